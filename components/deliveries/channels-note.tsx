import { CircleAlert, Info } from "lucide-react";
import type { DeliveriesPage } from "@/lib/domain/deliveries/schema";
import type { DeliveriesTranslator } from "./reach-table";

type ChannelsNoteProps = Pick<DeliveriesPage, "feedback" | "secondChannel"> & { t: DeliveriesTranslator };

/** How the app learns the delivery status of mails, and where alerts go when mails do not. */
export function ChannelsNote({ feedback, secondChannel, t }: ChannelsNoteProps) {
  const { webhook, smtp } = secondChannel;
  return (
    <dl className="grid gap-4 rounded-xl border border-line bg-surface p-4 text-sm shadow-lift sm:grid-cols-2">
      <Line isWeak={feedback === "none"} term={t("channels.feedback")}>
        {t(`channels.${feedback}`)}
      </Line>
      <Line isWeak={!webhook && !smtp} term={t("channels.second")}>
        {`${t(smtp ? "channels.smtp" : "channels.noSmtp")} ${t(webhook ? "channels.hook" : "channels.noHook")}`}
      </Line>
    </dl>
  );
}

function Line({ isWeak, term, children }: { isWeak: boolean; term: string; children: string }) {
  const Icon = isWeak ? CircleAlert : Info;
  return (
    <div className="min-w-0">
      <dt className="flex gap-2.5 font-medium">
        <Icon className={`mt-0.5 size-4 shrink-0 ${isWeak ? "text-caution" : "text-ink-faint"}`} aria-hidden="true" />
        {term}
      </dt>
      <dd className="break-words ps-6.5 text-ink-soft">{children}</dd>
    </div>
  );
}
