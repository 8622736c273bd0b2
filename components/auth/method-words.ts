const METHODS: Record<string, string> = {
  password: "the password",
  "password-and-code": "password and code",
  "password-and-recovery-code": "password and recovery code",
  "single-sign-on": "single sign-on",
  "single-sign-on-and-second-factor": "single sign-on and a second factor",
};

/** How somebody proved who they are, after "with": `password and code`. */
export function methodWords(method: string): string {
  return METHODS[method] ?? `“${method}”`;
}
