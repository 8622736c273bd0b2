/** At most one drill in so many minutes: mails that nobody expects teach people not to read them. */
export const DRILL_PAUSE_MINUTES = 10;

/** After so many days without one, nobody knows any more whether the alerts still reach everybody. */
export const DRILL_STALE_DAYS = 90;

/** How many drills the page remembers. */
export const DRILLS_SHOWN = 3;

/** How many people of a drill are named, those whom it did not reach first; Deliveries lists all. */
export const PEOPLE_SHOWN = 50;

/**
 * How far a mail of a drill came. `accepted`: the provider has it, and nobody knows yet whether it arrived. `lost`:
 * refused, bounced, or reported as spam.
 */
export const drillStatuses = ["lost", "waiting", "accepted", "delivered"] as const;
export type DrillStatus = (typeof drillStatuses)[number];
