import type { SignInErrors, SignInTyped } from "./sign-in-step";

/**
 * What has to be typed and was not, the first first; null when nothing is missing. How long each may be, and whether
 * it is right, is for the server to say.
 */
export function missingToSignIn(step: "password" | "code", typed: SignInTyped): SignInErrors | null {
  if (step === "code") return typed.code.trim() === "" ? { code: "typeCode" } : null;
  const errors: SignInErrors = {
    ...(typed.identifier.trim() === "" && { identifier: "typeLogin" }),
    ...(typed.password === "" && { password: "typePassword" }),
  };
  return Object.keys(errors).length > 0 ? errors : null;
}
