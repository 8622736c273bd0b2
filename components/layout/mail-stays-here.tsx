import { Inbox } from "lucide-react";
import type { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";

/** Says once, above every page, that mails reach nobody. */
export function MailStaysHere({ t }: { t: ReturnType<typeof useTranslations<"layout">> }) {
  return (
    <aside className="flex items-center justify-center gap-2 border-line border-b bg-surface-sunken px-4 py-1.5 text-center text-ink-soft text-sm print:hidden">
      <Inbox className="size-4 shrink-0" aria-hidden="true" />
      <span>
        {t.rich("mailStaysHere", {
          link: (words) => (
            <Link href="/mailbox" className="font-medium underline">
              {words}
            </Link>
          ),
        })}
      </span>
    </aside>
  );
}
