import { startDrillCommand } from "@/lib/domain/drill/commands";
import { acknowledgeFindingCommand, reduceToViewCommand } from "@/lib/domain/findings/commands";
import { readBlock } from "@/lib/domain/public-access/block-state";
import * as access from "@/lib/domain/public-access/commands";
import { keepPublicCommand } from "@/lib/domain/review/commands";
import * as settings from "@/lib/domain/settings/commands";
import { MINUTE_MS } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { publicSites } from "@/prisma/seed/data/access";
import { formerSuperUser } from "@/prisma/seed/data/users";
import { invitedRow } from "@/prisma/seed/seed-matomo";
import { dayAhead } from "@/prisma/seed/when";
import type { Cast } from "./cast";
import { storyTime } from "./clock";
import { idsOf } from "./person";

const SECURITY_TEAM = { address: "security@nordlicht.example", language: "en" };

/** What happened in half a year: who did what, when. What follows of it, the portal does. */
export async function tellStory({ at, daysAgo, anna, jonas, samira, henrik, stranger, oldCron, matomo, time }: Cast) {
  await at(24, "Tue", "09:02");
  await anna.signsIn();
  await at(24, "Tue", "09:31");
  await anna.makesPrivate("HR-Portal", "Fahrplan-Auskunft");

  await at(23, "Wed", "10:04");
  await jonas.publishes(["Solarkataster"], 90, "House owners compare roofs & yields; agreed with the energy office.");
  await at(22, "Thu", "16:00");
  await matomo.deletes(formerSuperUser.login);

  await at(21, "Mon", "14:20");
  await samira.publishes(
    ["Gymnasium am Hafen", "Gesamtschule Süd", "Berufskolleg Technik"],
    30,
    'Project week "Data and us": pupils read the numbers of their own school.',
  );
  await at(20, "Thu", "08:36");
  await anna.signsIn({ password: "nordlicht-ana" });
  await anna.signsIn();
  await at(19, "Tue", "03:12");
  await oldCron.calls("watch");
  await at(18, "Tue", "15:40");
  await samira.confirms(access.extendCommand, {
    siteIds: idsOf(["Berufskolleg Technik"]),
    endsOn: dayAhead(storyTime(), 21),
  });
  await at(18, "Fri", "13:37");
  await matomo.opens("Baustellen & Umleitungen");
  await at(18, "Fri", "13:58");
  await anna.makesPrivate("Baustellen & Umleitungen");

  await at(17, "Wed", "09:45");
  await anna.publishes(['"Nachtflug" Podcast'], null, "Listeners asked for open numbers in episode 12.");
  await at(17, "Thu", "17:22");
  await samira.makesPrivate('"Nachtflug" Podcast');
  await at(15, "Tue", "10:30");
  const deleted = { siteIds: [62], reason: "Open figures", endsOn: null, typedCount: null };
  await jonas.confirms(access.grantCommand, deleted, { refused: true });
  await at(14, "Thu", "15:05");
  await matomo.closes("Klima-Dashboard");

  await at(13, "Wed", "11:12");
  await jonas.publishes(
    [publicSites.withoutEnd],
    null,
    "The board decided: the numbers of a public utility are public. No end agreed.",
    { mailServer: "busy" },
  );
  await at(12, "Fri", "16:19");
  await jonas.signsIn({ identifier: "tom.petersen", password: "nordlicht-tom" });
  await at(11, "Tue", "13:20");
  await samira.publishes(
    ["متحف الشمال", "Kunsthalle – Online-Sammlung"],
    30,
    "معرض مشترك مع المتحف: أرقام الزيارات متاحة للشركاء.",
  );

  await at(10, "Tue", "10:12");
  await matomo.raises("Museum für Schifffahrt", "write");
  await at(10, "Tue", "11:30");
  await jonas.does(acknowledgeFindingCommand, {
    kind: "writable",
    siteIds: idsOf(["Museum für Schifffahrt"]),
    reason: "The kiosk in the lobby saves its own filters. Until the kiosk is gone.",
    endsOn: dayAhead(storyTime(), 14),
  });
  await at(9, "Mon", "16:40");
  await anna.makesPrivate("Museum für Schifffahrt");
  await at(9, "Thu", "14:02");
  await matomo.raises(publicSites.beforePortal, "write");
  await at(9, "Thu", "14:25");
  await henrik.does(reduceToViewCommand, { siteIds: idsOf([publicSites.beforePortal]) });

  // A name in a page title: everything private until it was gone.
  await at(8, "Wed", "22:14");
  await henrik.does(access.blockCommand, {});
  await at(8, "Wed", "22:16");
  const { id: blockId = 0 } = (await readBlock(db())) ?? {};
  await henrik.does(access.explainBlockCommand, { blockId, reason: "A citizen's name is in a page title." });
  await at(8, "Thu", "10:45");
  await henrik.confirms(access.unblockCommand, { blockId, restore: "all" });

  await at(7, "Thu", "10:26");
  await anna.signsIn();
  await anna.types("grant", idsOf([publicSites.withEnd]), "nordlicht anna");
  await anna.publishes([publicSites.withEnd], 90, "Sponsors follow the visits up to the festival 🎆 (contract, § 4).");
  await at(6, "Mon", "09:00");
  await anna.confirms(settings.setExtraRecipientsCommand, { recipients: [SECURITY_TEAM], before: [] });
  await at(6, "Wed", "15:09");
  await samira.publishes(["Bürgerhaushalt"], 30, "Alle sollen sehen, wie viele beim Bürgerhaushalt mitmachen.");
  await at(6, "Fri", "11:15");
  await anna.does(startDrillCommand, { siteId: null });

  // Tried, and given up after the first warning: sites that nobody confirms become private.
  await at(5, "Tue", "11:00");
  await jonas.does(settings.tightenSettingsCommand, { "unconfirmed-rule": "1" });
  await at(4, "Sun", "02:51");
  for (const identifier of ["admin", "root", "matomo"]) await stranger.signsIn({ identifier, password: "admin" });
  await at(4, "Sun", "19:12");
  const confirmed = [publicSites.beforePortal, publicSites.withoutEnd, publicSites.withEnd, "Bürgerhaushalt"];
  await anna.does(keepPublicCommand, { siteIds: idsOf(confirmed), note: "Talked about in the weekly meeting." });
  await at(3, "Mon", "09:20");
  await jonas.confirms(settings.weakenSettingsCommand, { "unconfirmed-rule": "off" });
  await anna.confirms(settings.setExtraRecipientsCommand, { recipients: [], before: [SECURITY_TEAM] });
  await at(3, "Thu", "12:41");
  await matomo.opens(publicSites.outside, "Anonymous");
  await at(3, "Thu", "12:55");
  await jonas.signsIn();

  await at(2, "Tue", "07:58");
  for (let wrong = 0; wrong < 5; wrong++) await henrik.signsIn({ code: "000000" });
  await at(2, "Sat", "13:08");
  await time.outage(100 * MINUTE_MS);
  await at(1, "Tue", "09:18");
  const opening = ["Planetarium 🌌", "Theater am Ægirufer", "Orchester Nordlicht"];
  await jonas.publishes(opening, 30, "Season opening: the press asked for visits per week.");
  await at(1, "Tue", "09:34");
  await jonas.signsIn();
  for (let wrong = 0; wrong < 5; wrong++) await jonas.types("extend", idsOf(opening), "NORDLICHT-JONAS");
  await at(1, "Wed", "16:30");
  for (const name of opening) await samira.makesPrivate(name);

  await daysAgo(2, "11:47");
  await matomo.invites(invitedRow(storyTime()));
  await daysAgo(1, "07:30");
  await samira.signsIn();
  await samira.signsOut();
}
