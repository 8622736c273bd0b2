import type { ActivityTranslator } from "@/components/events/activity-intl";
import { mailLabel } from "@/components/events/command-labels";
import type { Delivery } from "@/lib/domain/deliveries/schema";
import type { TitledDelivery } from "./mail-item";

/** The subject of each, or what kind of mail it is while it has none (any more); and words where its address is deleted. */
export function titledMails(mails: readonly Delivery[], t: ActivityTranslator): TitledDelivery[] {
  return mails.map((mail) => ({
    ...mail,
    title: mail.subject ?? capitalised(mailLabel(t, mail.kind)),
    address: mail.isForgotten ? t("labels.addressDeleted") : mail.address,
  }));
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
