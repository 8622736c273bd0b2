import { HOUR_MS, MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { publicSites } from "@/prisma/seed/data/access";
import { type ClockTime, endAfterDays, type Weekday, weeksAgo } from "@/prisma/seed/when";
import { type Deed, people } from "./deeds";
import { nobody, refused, signedIn, signedOut, stranger, visitor } from "./events";

const { anna, jonas, samira } = people;
/** The watch comes by every 5 minutes. */
const NEXT_WATCH_MS = 2 * MINUTE_MS + 11 * SECOND_MS;

/** When the portal was set up: about six months before `now`. */
export function portalStart(now: Date): Date {
  return weeksAgo(now, 24, "Tue", "09:10");
}

/** What the Super Users, the watch and some visitors did since then; everything but the reminders. In no order. */
export function story(now: Date): Deed[] {
  const on = (weeks: number, weekday: Weekday, time: ClockTime) =>
    plus(weeksAgo(now, weeks, weekday, time), ((weeks * 37 + weekday.charCodeAt(1)) % 60) * SECOND_MS);

  return [
    signedIn(anna, on(24, "Tue", "09:02")),
    {
      kind: "baseline",
      at: portalStart(now),
      sites: [publicSites.beforePortal, "Museum für Schifffahrt", "Klima-Dashboard", "HR-Portal", "Fahrplan-Auskunft"],
    },
    { kind: "revoke", at: on(24, "Tue", "09:31"), by: anna, sites: ["HR-Portal", "Fahrplan-Auskunft"] },
    ...forDays(90, {
      kind: "grant",
      at: on(23, "Wed", "10:04"),
      by: jonas,
      sites: ["Solarkataster"],
      reason: "House owners compare roofs & yields; agreed with the energy office.",
    }),
    ...forDays(30, {
      kind: "grant",
      at: on(21, "Mon", "14:20"),
      by: samira,
      sites: ["Gymnasium am Hafen", "Gesamtschule Süd", "Berufskolleg Technik"],
      reason: 'Project week "Data and us": pupils read the numbers of their own school.',
    }),
    visitor(anna, on(20, "Thu", "08:36"), { type: "sign-in.refused", login: anna.login, reason: "wrong password" }),
    signedIn(anna, on(20, "Thu", "08:37")),
    nobody(on(19, "Tue", "03:12"), { type: "cron.refused", route: "watch" }),
    { kind: "appeared-outside", at: on(18, "Fri", "13:37"), sites: ["Baustellen & Umleitungen"] },
    { kind: "revoke", at: on(18, "Fri", "13:58"), by: anna, sites: ["Baustellen & Umleitungen"] },
    {
      kind: "grant",
      at: on(17, "Wed", "09:45"),
      by: anna,
      sites: ['"Nachtflug" Podcast'],
      reason: "Listeners asked for open numbers in episode 12.",
      until: null,
    },
    { kind: "revoke", at: on(17, "Thu", "17:22"), by: samira, sites: ['"Nachtflug" Podcast'] },
    refused(jonas, on(15, "Tue", "10:30"), { action: "grant", code: "unknown_sites", siteIds: [62] }),
    { kind: "vanished-outside", at: on(14, "Thu", "15:05"), sites: ["Klima-Dashboard"] },
    {
      kind: "grant",
      at: on(13, "Wed", "11:12"),
      by: jonas,
      sites: [publicSites.withoutEnd],
      reason: "The board decided: the numbers of a public utility are public. No end agreed.",
      until: null,
      mailServerBusy: true,
    },
    visitor(jonas, on(12, "Fri", "16:19"), {
      type: "sign-in.refused",
      login: "tom.petersen",
      reason: "not a Super User",
    }),
    ...forDays(30, {
      kind: "grant",
      at: on(11, "Tue", "13:20"),
      by: samira,
      sites: ["متحف الشمال", "Kunsthalle – Online-Sammlung"],
      reason: "معرض مشترك مع المتحف: أرقام الزيارات متاحة للشركاء.",
    }),
    { kind: "revoke", at: on(9, "Mon", "16:40"), by: anna, sites: ["Museum für Schifffahrt"] },
    {
      kind: "grant",
      at: on(7, "Thu", "10:26"),
      by: anna,
      sites: [publicSites.withEnd],
      reason: "Sponsors follow the visits up to the festival 🎆 (contract, § 4).",
      until: endAfterDays(on(7, "Thu", "10:26"), 90),
      wrongPasswordFirst: true,
    },
    ...forDays(30, {
      kind: "grant",
      at: on(6, "Wed", "15:09"),
      by: samira,
      sites: ["Bürgerhaushalt"],
      reason: "Alle sollen sehen, wie viele beim Bürgerhaushalt mitmachen.",
    }),
    ...[0, 9, 21].map((seconds) =>
      stranger(plus(on(4, "Sun", "02:51"), seconds * SECOND_MS), {
        type: "sign-in.refused",
        login: null,
        reason: "unknown login",
      }),
    ),
    { kind: "appeared-outside", at: on(3, "Thu", "12:41"), sites: [publicSites.outside] },
    signedIn(jonas, on(3, "Thu", "12:55")),
    {
      kind: "grant",
      at: on(1, "Tue", "09:18"),
      by: jonas,
      sites: ["Planetarium 🌌", "Theater am Ægirufer"],
      reason: "Season opening: the press asked for visits per week.",
      until: endAfterDays(on(1, "Tue", "09:18"), 30),
    },
    {
      kind: "revoke",
      at: on(1, "Wed", "16:30"),
      by: samira,
      sites: ["Planetarium 🌌", "Theater am Ægirufer"],
    },
    signedIn(samira, plus(now, -26 * HOUR_MS)),
    signedOut(samira, plus(now, -25 * HOUR_MS - 7 * MINUTE_MS)),
  ];
}

type Grant = Extract<Deed, { kind: "grant" }>;

/** A grant whose end date has come by now, and the watch that took it back. */
function forDays(days: number, grant: Omit<Grant, "until">): Deed[] {
  const until = endAfterDays(grant.at, days);
  return [
    { ...grant, until },
    { kind: "expired", at: plus(until, NEXT_WATCH_MS), sites: grant.sites },
  ];
}
