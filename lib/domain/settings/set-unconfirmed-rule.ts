import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import { takeBackLapses } from "@/lib/domain/review/lapses";
import { readSetting } from "@/lib/ledger/settings/store";
import { SETTINGS, type UnconfirmedRule } from "@/lib/ledger/settings/terms";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";

type Command = { superUser: SuperUser; rule: UnconfirmedRule; now: Date };

/**
 * Sites that nobody confirms become private after fewer periods than now. Every Super User is alerted.
 * @returns `rule` null when it would be weaker than now: nothing was done, it takes a step-up
 */
export async function tightenUnconfirmedRule(
  tx: Tx,
  command: Command & { proof: RecentAuth },
): Promise<{ rule: UnconfirmedRule | null }> {
  const from = await readSetting(tx.db, "unconfirmed-rule");
  if (strictness(command.rule) < strictness(from)) return { rule: null };
  return changeRule(tx, from, command);
}

/** They become private later than now, or never. Weaker, so it takes a fresh proof; every Super User is alerted. */
export async function loosenUnconfirmedRule(
  tx: Tx,
  command: Command & { proof: StepUp },
): Promise<{ rule: UnconfirmedRule }> {
  if (command.proof.action !== SETTINGS["unconfirmed-rule"].stepUp) throw new AppError("proof_foreign");
  return changeRule(tx, await readSetting(tx.db, "unconfirmed-rule"), command);
}

/** A changed rule counts from the change on, so what was announced under the old one is taken back. */
async function changeRule(
  tx: Tx,
  from: UnconfirmedRule,
  { superUser, rule: to, now }: Command,
): Promise<{ rule: UnconfirmedRule }> {
  if (from !== to) await takeBackLapses(tx);
  await changeSetting(tx, { superUser, setting: "unconfirmed-rule", to, at: now });
  return { rule: to };
}

function strictness(rule: UnconfirmedRule): number {
  return rule === "off" ? 0 : 1 / Number(rule);
}
