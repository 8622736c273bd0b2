/** Who mails are from, and where answers go if not there. */
export type Letterhead = { from: string; replyTo: string | null };

/** Everything of a mail that a reader gets, but for what every mail carries. */
export type MailContent = Letterhead & {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** beside those that every mail carries */
  headers: Readonly<Record<string, string>>;
};

/** One mail, ready to hand over. The same at every try. */
export type OutgoingMail = Omit<MailContent, keyof Letterhead> & {
  /** at most 256 characters: a provider that sees it twice sends once */
  idempotencyKey: string;
  /** when its cause was committed */
  queuedAt: Date;
  /** where answers go; to the sender if it is left out */
  replyTo?: string | null;
};

/** What the provider said of its limit: so many requests a window, so many left in this one, which ends then. */
export type Allowance = { limit: number; left: number; resetMs: number };

/** What became of one try. */
export type SendOutcome = (
  | { outcome: "accepted"; providerId: string | null }
  /**
   * try again later; `retryAfterMs` when the provider asked for a pause (not counted as a try); `inDoubt` when it may
   * have taken the mail all the same, because its answer never came; `keyTaken` when it has another mail under the key
   */
  | { outcome: "later"; error: string; retryAfterMs: number | null; inDoubt?: boolean; keyTaken?: boolean }
  /** will never work: the address or the message is refused */
  | { outcome: "refused"; error: string }
) & { allowance?: Allowance };

/** A transport. Never throws for what the network or the provider does: it answers with an outcome. */
export type Sender = { readonly name: string; send(mail: OutgoingMail): Promise<SendOutcome> };
