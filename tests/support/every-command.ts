import type { z } from "zod";
import { type Command, runWithRecentAuth, runWithStepUp, type StepUpCommand } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { dismissMailCommand, sendAgainCommand } from "@/lib/domain/deliveries/commands";
import { startDrillCommand } from "@/lib/domain/drill/commands";
import {
  acknowledgeFindingCommand,
  cleanOrphansCommand,
  reduceToViewCommand,
  removeUnclearRowsCommand,
} from "@/lib/domain/findings/commands";
import { requestProbeCommand } from "@/lib/domain/probe/commands";
import * as access from "@/lib/domain/public-access/commands";
import { keepPublicCommand } from "@/lib/domain/review/commands";
import { endSessionsCommand } from "@/lib/domain/sessions/commands";
import * as settings from "@/lib/domain/settings/commands";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { isWeaker, type SavedName, SETTINGS } from "@/lib/ledger/settings/terms";
import { anonymousAccess, aSite } from "./builders";
import { aMail } from "./builders-portal";
import { rawRun, testDb } from "./database";
import { ask, currentBlock } from "./emergency";
import { grantInput, publish, type SignedIn, signIn, stepUp } from "./people";
import { TRIED_SETTINGS } from "./tried-settings";

type AnyResult = Promise<{ ok: boolean; code?: string }>;
type Case = {
  /** the name of its export in lib/<domain>/commands.ts */
  name: string;
  /** the type of the one event that it writes */
  event: string;
  /** Makes what it acts on, and proves what it takes. @returns the command itself, to be done once or again */
  prepare: (person: SignedIn) => Promise<() => AnyResult>;
  /** Asks for it with whatever body, and without a step-up. */
  ask: (person: SignedIn, body: unknown) => AnyResult;
};

function recent<S extends z.ZodType, T>(
  name: string,
  event: string,
  command: Command<S, RecentAuth, T>,
  input: (person: SignedIn) => Promise<unknown>,
): Case {
  const prepare: Case["prepare"] = async (person) => {
    const raw = await input(person);
    return () => runWithRecentAuth(command, person.context, raw);
  };
  return { name, event, prepare, ask: (person, body) => runWithRecentAuth(command, person.context, body) };
}

function steppedUp<S extends z.ZodType, T>(
  name: string,
  event: string,
  command: StepUpCommand<S, T>,
  input: (person: SignedIn) => Promise<unknown>,
): Case {
  const prepare: Case["prepare"] = async (person) => {
    const raw = await input(person);
    await stepUp(person, command.action, command.siteIds(command.schema.parse(raw)));
    return () => runWithStepUp(command, person.context, raw);
  };
  return { name, event, prepare, ask: (person, body) => runWithStepUp(command, person.context, body) };
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

async function aBlock(person: SignedIn): Promise<{ blockId: number }> {
  await aPublicSite(person);
  await ask.block(person);
  return { blockId: await currentBlock() };
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

/** As if they had typed a code, too. */
function withTwoFactors({ prepare, ...rest }: Case): Case {
  const prepareBoth: Case["prepare"] = async (person) => {
    const command = await prepare(person);
    await rawRun("UPDATE portal_proof SET method = 'password-and-code'");
    return command;
  };
  return { ...rest, prepare: prepareBoth };
}

/** One setting changed, both ways; the proof that each takes. */
function change(setting: SavedName, from: string, to: string): Case {
  const input = async (person: SignedIn) => {
    if (from !== SETTINGS[setting].unset) await (await change(setting, to, from).prepare(person))();
    return { [setting]: to };
  };
  return isWeaker(setting, from, to)
    ? withTwoFactors(steppedUp("weakenSettingsCommand", "setting.changed", settings.weakenSettingsCommand, input))
    : recent("tightenSettingsCommand", "setting.changed", settings.tightenSettingsCommand, input);
}

/** Everything that a Super User can do, each with what it acts on. A new command is missing here until it is added. */
export const EVERY_COMMAND: readonly Case[] = [
  steppedUp("grantCommand", "public-access.granted", access.grantCommand, async () => grantInput([await aSite()])),
  recent("revokeCommand", "public-access.revoked", access.revokeCommand, about(aPublicSite)),
  steppedUp("extendCommand", "public-access.extended", access.extendCommand, async (person) => ({
    siteIds: [await aPublicSite(person)],
    endsOn: "2099-12-24",
  })),
  recent("blockCommand", "public-access.locked", access.blockCommand, input({})),
  recent("explainBlockCommand", "public-access.block-explained", access.explainBlockCommand, async (person) => ({
    ...(await aBlock(person)),
    ...why,
  })),
  steppedUp("unblockCommand", "public-access.resumed", access.unblockCommand, async (person) => ({
    ...(await aBlock(person)),
    restore: "all",
  })),
  recent("keepPublicCommand", "public-access.kept", keepPublicCommand, about(aPublicSite)),
  recent("acknowledgeFindingCommand", "finding.acknowledged", acknowledgeFindingCommand, async () => ({
    ...{ kind: "writable", siteIds: [await aWritableSite()], reason: "Kiosk in the lobby", endsOn: null },
  })),
  recent("reduceToViewCommand", "public-access.reduced-to-view", reduceToViewCommand, about(aWritableSite)),
  recent("removeUnclearRowsCommand", "public-access.rows-removed", removeUnclearRowsCommand, about(anUnclearRow)),
  recent("cleanOrphansCommand", "public-access.rows-removed", cleanOrphansCommand, about(anOrphan)),
  recent("sendAgainCommand", "mail.resent", sendAgainCommand, aFailedMail),
  recent("dismissMailCommand", "mail.dismissed", dismissMailCommand, async () => ({
    ...(await aFailedMail()),
    note: "told on the phone",
  })),
  recent("startDrillCommand", "drill.started", startDrillCommand, input({ siteId: null })),
  recent("requestProbeCommand", "outside.asked", requestProbeCommand, input({})),
  recent("endSessionsCommand", "session.ended", endSessionsCommand, async (person) => {
    await signIn(person.user);
    return { scope: "others" };
  }),
  ...TRIED_SETTINGS.flatMap(({ setting, unset, other }) => [
    change(setting, unset, other),
    change(setting, other, unset),
  ]),
  recent("setOwnRemindersCommand", "reminders.pace-set", settings.setOwnRemindersCommand, input({ pace: "monthly" })),
  steppedUp("setExtraRecipientsCommand", "setting.changed", settings.setExtraRecipientsCommand, async () => ({
    recipients: [{ address: "security@people.example", language: "en" }],
    before: [],
  })),
];
