/** In a tab of its own, so that what was typed here stays. */
export function SignInAgain() {
  return (
    <p className="mt-1">
      <a href="/sign-in?callbackUrl=/public-access" target="_blank" rel="noreferrer" className="underline">
        Sign in in a new tab
      </a>
      , then come back and try again. What you typed stays here.
    </p>
  );
}
