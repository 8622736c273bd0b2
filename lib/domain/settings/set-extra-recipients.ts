import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { asRecipients, readExtraRecipients } from "@/lib/messaging/alerts/extra-recipients";
import { isUsableAddress, oncePerMailbox } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, type FieldCode } from "@/lib/platform/errors";
import { languages } from "@/messages/catalogue";
import { changeSetting } from "./change-setting";
import type { ExtraRecipient, SetExtraRecipientsInput } from "./schema";

/**
 * Replaces the list of those who get every alert and every reminder without being Super Users. Every Super User, every
 * address of the new list and every one that is taken off it are notified. A mailbox that is given twice counts once.
 *
 * @param command.before the list that the person saw
 * @throws AppError `invalid_input` when an address cannot be used, a language is not spoken, or the list is another one
 *   than the person saw
 */
export async function setExtraRecipients(
  tx: Tx,
  command: { superUser: SuperUser; proof: StepUp; now: Date } & SetExtraRecipientsInput,
): Promise<{ recipients: ExtraRecipient[] }> {
  const { superUser, proof, now } = command;
  if (proof.action !== "set-extra-recipients") throw new AppError("proof_foreign");
  const recipients = oncePerMailbox(asRecipients(command.recipients)).map(({ address, language }) => ({
    address,
    language,
  }));
  requireUsable(recipients);
  const present = await readExtraRecipients(tx.db);
  if (asText(present) !== asText(command.before)) throw refusal("listChanged");
  const [from, to] = [asText(present), asText(recipients)];
  if (from !== to) {
    const change = { setting: "extra-recipients", from, to, stored: JSON.stringify(recipients) } as const;
    await changeSetting(tx, { superUser, ...change, alsoNotify: asRecipients(present), at: now });
  }
  return { recipients };
}

function requireUsable(recipients: readonly ExtraRecipient[]): void {
  for (const { address, language } of recipients) {
    if (!isUsableAddress(address)) throw refusal("noAddress");
    if (!languages().includes(language)) throw refusal("notSpoken");
  }
}

function refusal(field: FieldCode): AppError {
  return new AppError("invalid_input", { fields: { recipients: field } });
}

/** As audit log and mail say it: `security@stats.example (en), soc@stats.example (de)`; empty for none. */
function asText(recipients: readonly ExtraRecipient[]): string {
  return recipients.map(({ address, language }) => `${address} (${language})`).join(", ");
}
