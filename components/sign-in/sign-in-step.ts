import type { FormEventHandler, RefObject } from "react";

/** What is typed to sign in, by the names of the fields. */
export type SignInTyped = { identifier: string; password: string; code: string };

/** The names of messages in `fields`, or sentences, by field. */
export type SignInErrors = Partial<Record<keyof SignInTyped, string>>;

/** What both steps of signing in work on. The fields belong to the browser; a form is read when it is sent. */
export type SignInStep = {
  form: {
    ref: RefObject<HTMLFormElement | null>;
    onSubmit: FormEventHandler<HTMLFormElement>;
    onChange: FormEventHandler<HTMLFormElement>;
  };
  /** the login that was typed, as it was typed */
  identifier: string;
  errors: SignInErrors;
  busy: boolean;
  problem: string | null;
};
