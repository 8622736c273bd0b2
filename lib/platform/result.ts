import type { ErrorCode } from "./errors";

/** What a command answers. Expected refusals are values; bugs are throws. */
export type Outcome<T> = { ok: true; data: T } | Refused;

export type Refused = {
  ok: false;
  code: ErrorCode;
  /** for each form field the name of a message in `fields` */
  fields: Readonly<Record<string, string>>;
  /** Sites concerned, if the refusal names some. */
  siteIds: readonly number[];
};

/** What every server action answers: the same, with the words for the person who asked. */
export type Result<T> = { ok: true; data: T } | Refusal;

export type Refusal = Refused & {
  /** What happened, what it means, what to do. */
  message: string;
};
