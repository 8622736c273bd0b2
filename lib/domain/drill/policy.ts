import type { Delivery } from "@/lib/domain/deliveries/schema";
import type { Drill, DrillMail } from "./schema";
import { type DrillStanding, drillStandings, PEOPLE_SHOWN } from "./terms";

/** Of a mail in Deliveries, what a drill needs to know. */
export type DrilledMail = Pick<
  Delivery,
  "address" | "logins" | "createdAt" | "sentAt" | "sentVia" | "lastError" | "fate" | "isLost"
>;

/** How far a mail came. Only what the provider said arrived, with nothing worse after it, is delivered (E20). */
function standingOf({ isLost, sentAt, fate }: DrilledMail): DrillStanding {
  if (isLost) return "lost";
  if (fate?.fate === "delivered") return "delivered";
  return sentAt === null ? "waiting" : "accepted";
}

function toDrillMail(mail: DrilledMail): DrillMail {
  const { address, logins, createdAt, sentAt, sentVia, lastError, fate } = mail;
  const standing = standingOf(mail);
  const isOver = standing === "delivered" || standing === "lost";
  const said = sentAt === null ? lastError : fate?.detail || lastError;
  return {
    address,
    logins,
    standing,
    queuedAt: createdAt,
    acceptedAt: sentAt,
    via: sentVia,
    endedAt: isOver ? (fate?.at ?? null) : null,
    problem: standing === "delivered" ? null : said || null,
  };
}

/** What became of the mails of one drill: counted, and the worst first. */
export function resultOf(mails: readonly DrilledMail[]): Pick<Drill, "mails" | "counts"> {
  const all = mails.map(toDrillMail);
  const by = (standing: DrillStanding) => all.filter((mail) => mail.standing === standing);
  return {
    mails: drillStandings.flatMap(by).slice(0, PEOPLE_SHOWN),
    counts: {
      mails: all.length,
      accepted: all.filter(({ acceptedAt }) => acceptedAt !== null).length,
      delivered: by("delivered").length,
      lost: by("lost").length,
      waiting: by("waiting").length,
      unknown: by("accepted").length,
    },
  };
}
