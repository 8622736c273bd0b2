import {
  Ban,
  CircleAlert,
  Globe,
  KeyRound,
  Lock,
  type LucideIcon,
  Mail,
  Settings2,
  ShieldAlert,
  UsersRound,
} from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { datesOf } from "@/components/ui/dates-of";
import type { EventLook } from "@/lib/ledger/audit/event-terms";
import type { AuditEntry } from "@/lib/ledger/audit/schema";
import type { EventIntl } from "./activity-intl";
import { describeEvent } from "./describe-event";
import { EventDetails } from "./event-details";
import { isolated } from "./names";

const STYLES: Record<EventLook, { icon: LucideIcon; style: string }> = {
  public: { icon: Globe, style: "bg-danger-soft text-danger" },
  private: { icon: Lock, style: "bg-surface-sunken text-ink-soft" },
  finding: { icon: ShieldAlert, style: "bg-danger-soft text-danger" },
  roster: { icon: UsersRound, style: "bg-danger-soft text-danger" },
  refused: { icon: Ban, style: "bg-caution-soft text-caution" },
  failed: { icon: CircleAlert, style: "bg-danger-soft text-danger" },
  mail: { icon: Mail, style: "bg-surface-sunken text-ink-soft" },
  session: { icon: KeyRound, style: "bg-surface-sunken text-ink-soft" },
  setting: { icon: Settings2, style: "bg-surface-sunken text-ink-soft" },
};

/** What all items of a list have in common: said once, and not fifty times. */
export const EVENT_LIST = "divide-y divide-line text-sm [&_time]:whitespace-nowrap";

/** One event in words, as an item of a list. Needs no hook: a Server Component can draw it as well as the browser. */
export function EventItem({ entry, intl }: { entry: AuditEntry; intl: EventIntl }) {
  const { t } = intl;
  const { look, sentence, details } = describeEvent(entry.facts, entry.actor, intl);
  const dates = datesOf(intl.format);
  const place = [entry.ip, entry.browser].filter(Boolean).join(" · ");
  return (
    <li className="flex gap-3 px-4 py-3.5">
      <svg className={cn("size-7 shrink-0 rounded-full p-[7px]", STYLES[look].style)} aria-hidden="true">
        <use href={`#event-${look}`} />
      </svg>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="break-words font-medium">{sentence}</p>
        <EventDetails t={t} details={details} facts={entry.facts} />
        <p className="mt-1 flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-faint">
          <time dateTime={entry.at} title={dates.utc(entry.at)}>
            {dates.moment(entry.at)}
          </time>
          {place && <span>{t.rich("event.from", { name: isolated, place })}</span>}
          <span className="tabular-nums">{t("event.number", { seq: String(entry.seq) })}</span>
        </p>
      </div>
    </li>
  );
}

/** The signs of all kinds of events, once for a list of them. */
export function EventSigns() {
  return (
    <svg className="hidden" aria-hidden="true">
      {Object.entries(STYLES).map(([look, { icon: Icon }]) => (
        <symbol key={look} id={`event-${look}`} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  );
}
