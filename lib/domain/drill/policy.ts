import type { Delivery } from "@/lib/domain/deliveries/schema";
import type { Drill, DrillMail } from "./schema";
import { type DrillStatus, drillStatuses, PEOPLE_SHOWN } from "./terms";

/** Of a mail in Deliveries, what a drill needs to know. */
export type DrilledMail = Pick<
  Delivery,
  "address" | "logins" | "createdAt" | "sentAt" | "sentVia" | "lastError" | "fate" | "isLost"
>;

/** How far a mail came. Only what the provider said arrived, with nothing worse after it, is delivered (E20). */
function statusOf({ isLost, sentAt, fate }: DrilledMail): DrillStatus {
  if (isLost) return "lost";
  if (fate?.fate === "delivered") return "delivered";
  return sentAt === null ? "waiting" : "accepted";
}

function toDrillMail(mail: DrilledMail): DrillMail {
  const { address, logins, createdAt, sentAt, sentVia, lastError, fate } = mail;
  const status = statusOf(mail);
  const isOver = status === "delivered" || status === "lost";
  const said = sentAt === null ? lastError : fate?.detail || lastError;
  return {
    address,
    logins,
    standing: status,
    queuedAt: createdAt,
    acceptedAt: sentAt,
    via: sentVia,
    endedAt: isOver ? (fate?.at ?? null) : null,
    problem: status === "delivered" ? null : said || null,
  };
}

/** What became of the mails of one drill: counted, and the worst first. */
export function resultOf(mails: readonly DrilledMail[]): Pick<Drill, "mails" | "counts"> {
  const all = mails.map(toDrillMail);
  const by = (status: DrillStatus) => all.filter((mail) => mail.standing === status);
  return {
    mails: drillStatuses.flatMap(by).slice(0, PEOPLE_SHOWN),
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
