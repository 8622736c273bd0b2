import type { SayActivity } from "@/components/activity/activity-words";
import { mailWords } from "@/components/activity/deed-words";
import type { Delivery } from "@/lib/deliveries/schema";
import type { TitledDelivery } from "./mail-item";

/** The subject of each; what kind of mail it is while it has none. */
export function titledMails(mails: readonly Delivery[], say: SayActivity): TitledDelivery[] {
  return mails.map((mail) => ({ ...mail, title: mail.subject ?? capitalised(mailWords(say, mail.kind)) }));
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
