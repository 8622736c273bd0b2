import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { SignInProblem } from "./sign-in-problem";
import type { SignInStep } from "./sign-in-step";
import { SingleSignOnButton } from "./single-sign-on-button";

type SignInPasswordStepProps = SignInStep & {
  callbackUrl: string;
  /** the provider's name, if single sign-on is set up */
  singleSignOn: string | null;
};

/** The first step: single sign-on where there is one, else login and password of Matomo. */
export function SignInPasswordStep(props: SignInPasswordStepProps) {
  const { form, submit, busy, problem, callbackUrl, singleSignOn } = props;
  const { errors } = form.formState;
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">Sign in</h1>
        <p className="mt-2 text-ink-soft text-sm">
          {singleSignOn ? "Sign in as you do in Matomo." : "Use the login and password you have in Matomo."} The portal
          has no accounts of its own and is for Matomo's Super Users only.
        </p>
      </div>
      <SignInProblem problem={problem} />
      {singleSignOn && (
        <>
          <SingleSignOnButton name={singleSignOn} callbackUrl={callbackUrl} />
          <p className="flex items-center gap-3 text-ink-soft text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or with your Matomo password
          </p>
        </>
      )}
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        <Field label="Login or e-mail address" error={errors.identifier?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register("identifier")}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label="Password" error={errors.password?.message}>
          {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="current-password" />}
        </Field>
        <Button type="submit" variant="primary" busy={busy} className="w-full">
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <p className="text-[0.8125rem] text-ink-soft">
        {singleSignOn
          ? `Accounts that Matomo keeps no password for (LDAP, SAML) sign in with ${singleSignOn}.`
          : "Accounts that Matomo keeps no password for (LDAP, SAML) sign in once single sign-on is set up for this portal."}
      </p>
    </>
  );
}
