import { isTwoFactor } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import { setPace } from "@/lib/domain/reminders/set-pace";
import { takeBackLapses } from "@/lib/domain/review/lapses";
import { readSettingValues } from "@/lib/ledger/settings/store";
import { isWeaker, type OwnPace, plainValue, type SavedName, savedNames } from "@/lib/ledger/settings/terms";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import { isUsableAddress } from "@/lib/messaging/alerts/recipients";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";
import type { SaveSettingsInput } from "./schema";

type Command<P> = { superUser: SuperUser; proof: P; input: SaveSettingsInput; now: Date };
type Change = { setting: SavedName; from: string; to: string };

/** What a change of one setting takes or brings besides what all do. */
const BESIDES: Partial<Record<SavedName, (tx: Tx, to: string, proof: StepUp | RecentAuth) => Promise<void>>> = {
  "second-factor": requireMayWaive,
  // A changed rule counts from the change on.
  "unconfirmed-rule": takeBackLapses,
};

/**
 * Saves settings of which none protects less than now. Each that changes is recorded, and every Super User is alerted.
 * @returns `saved` false when one would be weaker: nothing was done, it takes a step-up
 */
export async function tightenSettings(tx: Tx, command: Command<RecentAuth>): Promise<{ saved: boolean }> {
  const changes = await changesIn(tx, command.input);
  if (changes.some(({ setting, from, to }) => isWeaker(setting, from, to))) return { saved: false };
  return save(tx, command, changes);
}

/** Saves whatever settings, weaker ones too. Each that changes is recorded, and every Super User is alerted. */
export async function weakenSettings(tx: Tx, command: Command<StepUp>): Promise<{ saved: boolean }> {
  if (command.proof.action !== "weaken-settings") throw new AppError("proof_foreign");
  return save(tx, command, await changesIn(tx, command.input));
}

async function changesIn(tx: Tx, input: SaveSettingsInput): Promise<Change[]> {
  const present = await readSettingValues(tx.db);
  return savedNames.flatMap((setting) => {
    const from = plainValue(present[setting]);
    const to = plainValue(input[setting] ?? present[setting]);
    return from === to ? [] : [{ setting, from, to }];
  });
}

async function save(
  tx: Tx,
  { superUser, proof, now: at }: Command<StepUp | RecentAuth>,
  changes: readonly Change[],
): Promise<{ saved: boolean }> {
  for (const change of changes) {
    await BESIDES[change.setting]?.(tx, change.to, proof);
    await changeSetting(tx, { superUser, ...change, at });
  }
  return { saved: true };
}

/**
 * A rule that a stolen password can take away protects from no stolen password.
 * @throws AppError `second_factor_not_proven`; `second_factor_demanded` while Matomo demands one of everybody
 */
async function requireMayWaive(tx: Tx, to: string, proof: StepUp | RecentAuth): Promise<void> {
  if (to === "required") return;
  if (await matomoRequiresSecondFactor(tx.db)) throw new AppError("second_factor_demanded");
  if (!("method" in proof) || !isTwoFactor(proof.method)) throw new AppError("second_factor_not_proven");
}

/**
 * How often the person who asks is reminded: as everybody, or every month only. Whoever shares their mailbox shares
 * the choice.
 * @throws AppError `no_own_address`: theirs cannot be used
 */
export async function setOwnReminders(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; pace: OwnPace; now: Date },
): Promise<{ pace: OwnPace }> {
  const { superUser, pace, now } = command;
  if (!isUsableAddress(superUser.email)) throw new AppError("no_own_address");
  await setPace(tx, {
    mailbox: recipientKey(superUser.email),
    pace,
    chosenIn: "settings",
    by: superUser,
    at: now,
  });
  return { pace };
}
