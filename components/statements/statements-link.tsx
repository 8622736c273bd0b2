import { FileCheck } from "lucide-react";
import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import type { SayStatements } from "./statement-words";

/** The way from the log to what can be shown of it to others. */
export function StatementsLink({ say }: { say: SayStatements }) {
  return (
    <section
      aria-labelledby="statements"
      className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface p-5 shadow-lift sm:p-6 print:hidden"
    >
      <div className="max-w-2xl">
        <h2 id="statements" className="font-semibold">
          {say("link.title")}
        </h2>
        <p className="mt-1 text-ink-soft text-sm">{say("link.meaning")}</p>
      </div>
      <Link href="/statements" prefetch={false} className={buttonStyles()}>
        <FileCheck aria-hidden="true" />
        {say("link.open")}
      </Link>
    </section>
  );
}
