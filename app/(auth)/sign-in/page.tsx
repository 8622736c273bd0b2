import { signInLabel } from "@/components/auth/next-auth-labels";
import { Brand } from "@/components/layout/brand";
import { SignIn } from "@/components/sign-in/sign-in";
import { demoLogin } from "@/lib/auth/demo-login";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { env } from "@/lib/platform/env";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";

export const generateMetadata = titled("auth", (t) => t("signIn.title"));

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const t = await serverTranslator("auth");
  const demo = demoLogin();
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-5 py-12">
      <Brand />
      <SignIn
        callbackUrl={ownPath(callbackUrl, env().NEXTAUTH_URL) ?? FIRST_PAGE}
        initialProblem={typeof error === "string" ? signInLabel(t, error) : null}
        singleSignOn={singleSignOnName()}
      />
      {demo && (
        <p className="rounded-lg border border-line bg-surface-sunken px-4 py-3 text-center text-sm">
          {t.rich("signIn.demo", {
            ...demo,
            typed: (words) => (
              <code dir="ltr" className="select-all font-medium">
                {words}
              </code>
            ),
          })}
        </p>
      )}
      <p className="text-center text-[0.8125rem] text-ink-faint">{t("signIn.purpose")}</p>
    </main>
  );
}
