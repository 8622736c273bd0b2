"use client";

import { lazy, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { OwnSessions } from "@/lib/domain/sessions/schema";
import type { Ending } from "./end-dialog";
import { SessionItem } from "./session-item";

const EndDialog = lazy(async () => ({ default: (await import("./end-dialog")).EndDialog }));

/** One's own open sessions, and the ways to end them. */
export function SessionsView({ viewer, open }: { viewer: Viewer; open: OwnSessions }) {
  const t = useTranslations("sessions");
  const [ending, setEnding] = useState<Ending | null>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const openerRef = useRef<Element | null>(null);
  const { sessions, asOf } = open;
  const others = sessions.filter((session) => !session.isThis).length;

  function ask(next: Ending) {
    openerRef.current = document.activeElement;
    setEnding(next);
  }
  // What was ended is gone from the list, and its button with it; the heading with the new count is not.
  function closeDone() {
    openerRef.current = null;
    setEnding(null);
  }

  return (
    <>
      <section aria-labelledby="open-sessions" className="rounded-xl border border-line bg-surface shadow-lift">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 sm:px-6">
          <h2 id="open-sessions" ref={headingRef} tabIndex={-1} className="font-semibold">
            {t("open", { count: sessions.length })}
          </h2>
          {others > 0 && (
            <Button size="sm" onClick={() => ask({ scope: "others", count: others })}>
              {t("endOthers")}
            </Button>
          )}
        </div>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionItem key={session.ref} session={session} asOf={asOf} onEnd={() => ask({ scope: "one", session })} />
          ))}
        </ul>
      </section>
      <section
        aria-labelledby="emergency"
        className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 rounded-xl border border-danger-line bg-surface p-4 shadow-lift sm:p-6"
      >
        <div className="max-w-2xl">
          <h2 id="emergency" className="font-semibold">
            {t("emergency")}
          </h2>
          <p className="mt-1 text-ink-soft text-sm">{t("emergencyMeaning")}</p>
        </div>
        <Button variant="danger" onClick={() => ask({ scope: "everybody" })}>
          {t("endEverybodys")}
        </Button>
      </section>
      {ending && (
        <LazyDialog>
          <EndDialog
            ending={ending}
            viewer={viewer}
            onClose={() => setEnding(null)}
            onDone={closeDone}
            returnFocus={() => (openerRef.current instanceof HTMLElement ? openerRef.current : headingRef.current)}
          />
        </LazyDialog>
      )}
    </>
  );
}
