import type { Person } from "@/lib/ledger/audit/author";
import type { MailedType, MailOf, SometimesMailedType } from "@/lib/ledger/audit/event-terms";
import type { EventOf, JobName } from "@/lib/ledger/audit/schema";
import type { FactsOf, MailKind } from "@/lib/ledger/facts/mail-schema";
import type { ChangedSites } from "./changed-sites";
import type { Common, siteFacts } from "./facts";
import type { Roster } from "./recipients";

type Timestamp = Common["at"];
type PlainSites = ReturnType<typeof siteFacts>;
/** `true` where event and mail tell of the same sites. */
type IsOfSites<T extends MailedType> =
  EventOf<T> extends { siteIds: number[] }
    ? FactsOf<MailOf<T>> extends { sites: unknown[]; total: number }
      ? true
      : false
    : false;
type OmitOfEach<F, Left extends PropertyKey> = F extends unknown ? Omit<F, Left> : never;

/** A mail in which somebody did it names them; where it may be nobody, the verb says so; else it was a job. */
type By<F> = F extends { actor: infer A } ? (null extends A ? Person | JobName : Person) : JobName;
type Framed<F> = keyof Common | "log" | (F extends { actor: infer A } ? (null extends A ? never : "actor") : never);

/** Moments are given as such, and said in the zone of the instance. */
type Timed<F> = { [P in keyof F]: F[P] extends Timestamp | null | undefined ? InsteadOfTimestamp<F[P]> : F[P] };
type InsteadOfTimestamp<V> = V extends Timestamp ? Date : V;

/** A mail of sites has them from `sites`, but for what it says of each of them besides. */
type OfSites<F extends { sites: unknown }> = PlainSites["sites"] extends F["sites"]
  ? { sites?: F["sites"] }
  : { sites: F["sites"] };
type MailOfSites<K extends MailKind> =
  FactsOf<K> extends infer F extends { sites: unknown }
    ? Timed<Omit<F, Framed<F> | "sites" | "total">> & OfSites<F>
    : never;
type MailOfElse<K extends MailKind> = Timed<Omit<FactsOf<K>, Framed<FactsOf<K>>>>;

/** An event and the mail that tells of it: without when, where, links and who, which are the same in all. */
export type Announcement<T extends MailedType> = {
  by: By<FactsOf<MailOf<T>>>;
  at: Date;
  /** to whom, where that is not everybody who gets every alert at this moment, or was read already */
  to?: Pick<Roster, "recipients">;
  /** names of what it is about, if other mails are about the same */
  threads?: readonly string[];
  event: { type: T } & (IsOfSites<T> extends true ? OmitOfEach<EventOf<T>, "siteIds" | "sites"> : EventOf<T>);
  mail:
    | (IsOfSites<T> extends true ? MailOfSites<MailOf<T>> : MailOfElse<MailOf<T>>)
    | (T extends SometimesMailedType ? null : never);
} & (IsOfSites<T> extends true ? { sites: ChangedSites } : { sites?: undefined });
