import type { z } from "zod";
import { type Deed, doRecentlyProven, doSteppedUp, type SteppedUpDeed } from "@/lib/auth/deed";
import type { RecentProof } from "@/lib/auth/step-up";
import { dismissMailDeed, sendAgainDeed } from "@/lib/domain/deliveries/deeds";
import { startDrillDeed } from "@/lib/domain/drill/deeds";
import {
  acknowledgeFindingDeed,
  cleanOrphansDeed,
  reduceToViewDeed,
  removeUnclearRowsDeed,
} from "@/lib/domain/findings/deeds";
import { lookOutsideDeed } from "@/lib/domain/probe/deeds";
import * as access from "@/lib/domain/public-access/deeds";
import { keepPublicDeed } from "@/lib/domain/review/deeds";
import { endSessionsDeed } from "@/lib/domain/sessions/deeds";
import * as settings from "@/lib/domain/settings/deeds";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { anonymousAccess, aSite } from "./builders";
import { aMail } from "./builders-portal";
import { rawRun, testDb } from "./database";
import { ask, currentPause } from "./emergency";
import { grantInput, publish, type SignedIn, signIn, stepUp } from "./people";

type AnyResult = Promise<{ ok: boolean; code?: string }>;
type Case = {
  /** the name of its export in lib/<domain>/deeds.ts */
  name: string;
  /** the type of the one event that it writes */
  event: string;
  /** Makes what it acts on, and proves what it takes. @returns the deed itself, to be done once or again */
  prepare: (person: SignedIn) => Promise<() => AnyResult>;
  /** Asks for it with whatever body, and without a step-up. */
  ask: (person: SignedIn, body: unknown) => AnyResult;
};

function recent<S extends z.ZodType, T>(
  name: string,
  event: string,
  deed: Deed<S, RecentProof, T>,
  input: (person: SignedIn) => Promise<unknown>,
): Case {
  const prepare: Case["prepare"] = async (person) => {
    const raw = await input(person);
    return () => doRecentlyProven(deed, person.call, raw);
  };
  return { name, event, prepare, ask: (person, body) => doRecentlyProven(deed, person.call, body) };
}

function steppedUp<S extends z.ZodType, T>(
  name: string,
  event: string,
  deed: SteppedUpDeed<S, T>,
  input: (person: SignedIn) => Promise<unknown>,
): Case {
  const prepare: Case["prepare"] = async (person) => {
    const raw = await input(person);
    await stepUp(person, deed.action, deed.siteIds(deed.schema.parse(raw)));
    return () => doSteppedUp(deed, person.call, raw);
  };
  return { name, event, prepare, ask: (person, body) => doSteppedUp(deed, person.call, body) };
}

async function aPublicSite(person: SignedIn): Promise<number> {
  const id = await aSite();
  await publish(person, [id]);
  return id;
}

async function aFailedMail(): Promise<{ mailId: string }> {
  await aMail({ state: "dead" });
  const { id } = await testDb().outboxMail.findFirstOrThrow({ where: { state: "dead" } });
  return { mailId: String(id) };
}

async function aPause(person: SignedIn): Promise<{ pauseId: number }> {
  await aPublicSite(person);
  await ask.pause(person);
  return { pauseId: await currentPause() };
}

async function aWritableSite(): Promise<number> {
  const id = await aSite();
  await anonymousAccess(id, { access: "write" });
  await runWatch();
  return id;
}

async function anOrphan(): Promise<number> {
  const id = await aSite();
  await anonymousAccess(id);
  await rawRun("DELETE FROM `matomo_site` WHERE idsite = ?", [id]);
  return id;
}

async function anUnclearRow(): Promise<number> {
  const id = await aSite();
  await anonymousAccess(id, { access: "VIEW" });
  return id;
}

const input = (value: unknown) => async () => value;
const about = (site: (person: SignedIn) => Promise<number>) => async (person: SignedIn) => ({
  siteIds: [await site(person)],
});
const why = { reason: "A visitor's name is in a page title" };

async function after<P>(person: SignedIn, first: Case, then: P): Promise<P> {
  await (await first.prepare(person))();
  return then;
}

/** As if they had typed a code, too. */
function withTwoFactors({ prepare, ...rest }: Case): Case {
  const prepareBoth: Case["prepare"] = async (person) => {
    const deed = await prepare(person);
    await rawRun("UPDATE portal_proof SET method = 'password-and-code'");
    return deed;
  };
  return { ...rest, prepare: prepareBoth };
}

const required = recent("requireSecondFactorDeed", "setting.changed", settings.requireSecondFactorDeed, async () => ({
  required: true,
}));
const slowed = steppedUp(
  "slowRemindersDeed",
  "setting.changed",
  settings.slowRemindersDeed,
  input({ cadence: "monthly" }),
);

const tightened = recent(
  "tightenUnconfirmedRuleDeed",
  "setting.changed",
  settings.tightenUnconfirmedRuleDeed,
  async () => ({
    periods: "1",
  }),
);

/** Everything that a Super User can do, each with what it acts on. A new deed is missing here until it is added. */
export const EVERY_DEED: readonly Case[] = [
  steppedUp("grantDeed", "public-access.granted", access.grantDeed, async () => grantInput([await aSite()])),
  recent("revokeDeed", "public-access.revoked", access.revokeDeed, about(aPublicSite)),
  steppedUp("extendDeed", "public-access.extended", access.extendDeed, async (person) => ({
    siteIds: [await aPublicSite(person)],
    endsOn: "2099-12-24",
  })),
  recent("lockDeed", "public-access.locked", access.lockDeed, input(why)),
  steppedUp("unlockDeed", "public-access.unlocked", access.unlockDeed, async (person) => {
    await ask.lock(person);
    return {};
  }),
  recent("pauseDeed", "public-access.paused", access.pauseDeed, async (person) => {
    await aPublicSite(person);
    return why;
  }),
  steppedUp("resumeDeed", "public-access.resumed", access.resumeDeed, aPause),
  recent("dropPauseDeed", "public-access.pause-dropped", access.dropPauseDeed, aPause),
  recent("keepPublicDeed", "public-access.kept", keepPublicDeed, about(aPublicSite)),
  recent("acknowledgeFindingDeed", "finding.acknowledged", acknowledgeFindingDeed, async () => ({
    ...{ kind: "writable", siteIds: [await aWritableSite()], reason: "Kiosk in the lobby", endsOn: null },
  })),
  recent("reduceToViewDeed", "public-access.reduced-to-view", reduceToViewDeed, about(aWritableSite)),
  recent("removeUnclearRowsDeed", "public-access.rows-removed", removeUnclearRowsDeed, about(anUnclearRow)),
  recent("cleanOrphansDeed", "public-access.rows-removed", cleanOrphansDeed, about(anOrphan)),
  recent("sendAgainDeed", "mail.resent", sendAgainDeed, aFailedMail),
  recent("dismissMailDeed", "mail.dismissed", dismissMailDeed, async () => ({
    ...(await aFailedMail()),
    note: "told on the phone",
  })),
  recent("startDrillDeed", "drill.started", startDrillDeed, input({ siteId: null })),
  recent("lookOutsideDeed", "outside.asked", lookOutsideDeed, input({})),
  recent("endSessionsDeed", "session.ended", endSessionsDeed, async (person) => {
    await signIn(person.user);
    return { scope: "others" };
  }),
  slowed,
  recent("quickenRemindersDeed", "setting.changed", settings.quickenRemindersDeed, (person) =>
    after(person, slowed, { cadence: "weekly" }),
  ),
  required,
  withTwoFactors(
    steppedUp("waiveSecondFactorDeed", "setting.changed", settings.waiveSecondFactorDeed, (person) =>
      after(person, required, { required: false }),
    ),
  ),
  tightened,
  steppedUp("loosenUnconfirmedRuleDeed", "setting.changed", settings.loosenUnconfirmedRuleDeed, (person) =>
    after(person, tightened, { periods: "off" }),
  ),
  recent("setOwnRemindersDeed", "reminders.pace-set", settings.setOwnRemindersDeed, input({ pace: "monthly" })),
  steppedUp("setExtraRecipientsDeed", "setting.changed", settings.setExtraRecipientsDeed, async () => ({
    recipients: [{ address: "security@people.example", language: "en" }],
    before: [],
  })),
];
