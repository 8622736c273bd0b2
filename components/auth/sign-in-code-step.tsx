import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { CodeInput } from "./code-input";
import { SignInProblem } from "./sign-in-problem";
import type { SignInStep } from "./sign-in-step";

/** The second step, for accounts with two-factor authentication. */
export function SignInCodeStep(props: SignInStep & { onBack: () => void }) {
  const { form, submit, busy, problem, onBack } = props;
  const { identifier } = form.getValues();
  return (
    <>
      <div>
        <h1 className="font-semibold text-xl">Enter your code</h1>
        <p className="mt-2 text-ink-soft text-sm">
          <bdi className="font-medium text-ink">{identifier}</bdi> has two-factor authentication in Matomo. A recovery
          code serves once.
        </p>
      </div>
      <SignInProblem problem={problem} />
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        <Field
          label="Your code"
          hint="6 digits from your authenticator app, or a recovery code"
          error={form.formState.errors.code?.message}
        >
          {(control) => <CodeInput {...control} {...form.register("code")} />}
        </Field>
        <div className="flex flex-col gap-2">
          <Button type="submit" variant="primary" busy={busy} className="w-full">
            {busy ? "Signing in…" : "Sign in"}
          </Button>
          <Button variant="quiet" disabled={busy} className="w-full" onClick={onBack}>
            Back
          </Button>
        </div>
      </form>
    </>
  );
}
