"use client";

import { useTranslations } from "use-intl";
import { signInPath } from "./sign-in-path";
import { useHere } from "./use-here";

/** For a form: in a tab of its own, so that what was typed here stays. */
export function SignInAgain() {
  const say = useTranslations("auth");
  const here = useHere();
  return (
    <p className="mt-1">
      {say.rich("signInAgain", {
        link: (words) => (
          <a href={signInPath(here)} target="_blank" rel="noreferrer" className="underline">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
