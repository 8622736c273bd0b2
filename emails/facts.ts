import type { FactsOf, MailFacts, MailKind } from "@/lib/ledger/facts/mail-schema";

/** What a mail of this kind is about, ready to print. Its letter is made from nothing else. */
export type Facts<K extends MailKind> = Omit<FactsOf<K>, "kind" | "log">;

/** In every mail: when, about which Matomo, and where the links go. */
export type Common = Pick<MailFacts, "at" | "host" | "links">;
/** The sites to name in the mail (at most 50), and how many there are in all. */
export type Sites = Pick<FactsOf<"baseline">, "sites" | "total">;
export type Site = Sites["sites"][number];
/** One moment twice: in UTC and in the instance's time zone. */
export type Timestamp = MailFacts["at"];
/** Who did it, from where. */
export type Author = FactsOf<"extended">["actor"];
export type Exposure = FactsOf<"baseline">["exposure"];
/** What else was found at the same moment and is said in the same mail. */
export type AlsoFound = FactsOf<"finding">["also"][number];
/** What exactly was seen: so many rows, ways to sign in, or values from the database and how many more there are. */
export type Seen = NonNullable<AlsoFound["detail"]>;
/** The previous check and this one; `found` is null when it could not be read who had the right. */
export type Traces = NonNullable<FactsOf<"private-outside">["traces"]>;
/** Somebody who could have made a change, and what Matomo recorded of them between the two checks around it. */
export type PersonThere = NonNullable<Traces["found"]>["people"][number];
