import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { asSaidToday } from "@/lib/ledger/facts/older-mails";
import type { Rendering } from "@/lib/messaging/outbox/prepare";
import { addressTo } from "./address-to";
import { filing } from "./filing";
import { renderMail } from "./render";
import { unsubscribeHeaders } from "./unsubscribe";

/** How the outbox's facts become mails: what it is given, since it does not know what mails say. */
export const rendering: Rendering = {
  render: (facts, language) => renderMail(mailFactsSchema.parse(asSaidToday(JSON.parse(facts))), language),
  addressTo,
  headersFor: ({ kind, recipient, isPersonal, installation, threads }) => ({
    ...(isPersonal && unsubscribeHeaders(kind, recipient)),
    ...(installation !== null && filing({ kind, installation, threads })),
  }),
};
