import type { Metadata } from "next";
import { callbackPath } from "@/components/auth/callback-path";
import { signInWords } from "@/components/auth/next-auth-words";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Brand } from "@/components/layout/brand";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-5 py-12">
      <Brand />
      <div className="flex flex-col gap-6 rounded-2xl border border-line bg-surface p-6 shadow-lift sm:p-8">
        <div>
          <h1 className="font-semibold text-xl">Sign in</h1>
          <p className="mt-2 text-ink-soft text-sm">
            Use the login and password you have in Matomo. The portal has no accounts of its own and is for Matomo's
            Super Users only.
          </p>
        </div>
        <SignInForm
          callbackUrl={callbackPath(callbackUrl)}
          initialError={typeof error === "string" ? signInWords(error) : null}
        />
      </div>
      <p className="text-center text-[0.8125rem] text-ink-faint">
        Here you see which sites anyone can read without a login, and every Super User hears when that changes.
      </p>
    </main>
  );
}
