import type { ErrorCode } from "@/lib/errors";

/** What every server action answers. Expected refusals are values; bugs are throws. */
export type Result<T> = { ok: true; data: T } | Refusal;

export type Refusal = {
  ok: false;
  code: ErrorCode;
  /** What happened, what it means, what to do. */
  message: string;
  /** Sentence per form field. */
  fields: Readonly<Record<string, string>>;
  /** Sites concerned, if the refusal names some. */
  siteIds: readonly number[];
};
