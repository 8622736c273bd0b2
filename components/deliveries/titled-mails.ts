import type { SayActivity } from "@/components/events/activity-words";
import { mailWords } from "@/components/events/deed-words";
import type { Delivery } from "@/lib/domain/deliveries/schema";
import type { TitledDelivery } from "./mail-item";

/** The subject of each, or what kind of mail it is while it has none (any more); and words where its address is deleted. */
export function titledMails(mails: readonly Delivery[], say: SayActivity): TitledDelivery[] {
  return mails.map((mail) => ({
    ...mail,
    title: mail.subject ?? capitalised(mailWords(say, mail.kind)),
    address: mail.isForgotten ? say("labels.addressDeleted") : mail.address,
  }));
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
