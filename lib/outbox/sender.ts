/** One mail, ready to hand over. The same bytes at every try. */
export type OutgoingMail = {
  /** `event/kind/recipient`, at most 256 characters: a provider that sees it twice sends once */
  idempotencyKey: string;
  to: string;
  /** when its cause was committed: the Date header, the same at every try */
  queuedAt: Date;
  subject: string;
  html: string;
  text: string;
  /** beside those that every mail carries; the same at every try */
  headers: Readonly<Record<string, string>>;
};

/** What the provider said of its limit: so many requests a window, so many left in this one, which ends then. */
export type Allowance = { limit: number; left: number; resetMs: number };

/** What became of one try. */
export type SendOutcome = (
  | { outcome: "accepted"; providerId: string | null }
  /**
   * try again later; `retryAfterMs` when the provider asked for a pause (not counted as a try); `inDoubt` when it may
   * have taken the mail all the same, because its answer never came
   */
  | { outcome: "later"; error: string; retryAfterMs: number | null; inDoubt?: boolean }
  /** will never work: the address or the message is refused */
  | { outcome: "refused"; error: string }
) & { allowance?: Allowance };

/** A way out. Never throws for what the network or the provider does: it answers with an outcome. */
export type Sender = { readonly name: string; send(mail: OutgoingMail): Promise<SendOutcome> };
