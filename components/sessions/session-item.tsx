"use client";

import { MonitorSmartphone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Ago, ExactMoment } from "@/components/ui/moment";
import type { ProofMethod } from "@/lib/auth/schema";
import type { OwnSession } from "@/lib/domain/sessions/schema";

type SessionItemProps = { session: OwnSession; asOf: string; onEnd: () => void };

/** One open session: what it runs in, from where, since when, and the way to end it. */
export function SessionItem({ session, asOf, onEnd }: SessionItemProps) {
  const t = useTranslations("sessions");
  const methodLabel = useMethodLabel();
  const browser = session.browser ?? t("unknownBrowser");
  const ip = session.ip ?? t("unknownIp");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-4 text-sm sm:flex-nowrap sm:px-6">
      <span className="hidden size-9 shrink-0 place-items-center rounded-full bg-surface-sunken text-ink-soft sm:grid">
        <MonitorSmartphone className="size-4" aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1 basis-full sm:basis-auto">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {browser}
          {session.isThis && <Badge tone="accent">{t("thisOne")}</Badge>}
        </p>
        <dl className="mt-2 grid gap-x-6 gap-y-1.5 text-ink-soft sm:grid-cols-2 lg:grid-cols-4">
          <Fact label={t("ip")}>
            <bdi className="break-all">{ip}</bdi>
          </Fact>
          <Fact label={t("signedIn")}>
            <ExactMoment iso={session.createdAt} />
          </Fact>
          <Fact label={t("lastSeen")}>
            <Ago iso={session.lastSeenAt} asOf={asOf} />
          </Fact>
          <Fact label={t("with")}>{methodLabel(session.method)}</Fact>
        </dl>
      </div>
      <div className="flex shrink-0 sm:w-28 sm:justify-end">
        {session.isThis ? (
          <SignOutButton />
        ) : (
          <Button size="sm" onClick={onEnd} aria-label={t("endNamed", { browser, ip })}>
            {t("end")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-2 sm:block">
      <dt className="w-24 shrink-0 text-ink-faint sm:w-auto sm:text-[0.8125rem]">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

// Named here, since the schema would bring its validator into what a page loads first.
const METHODS = [
  "password",
  "password-and-code",
  "password-and-recovery-code",
  "single-sign-on",
  "single-sign-on-and-second-factor",
] as const satisfies readonly ProofMethod[];

/** How somebody proved who they are: `password and code`. What is none of the methods is quoted. */
function useMethodLabel(): (method: string) => string {
  const t = useTranslations("auth");
  return (method) => {
    const known = METHODS.find((one) => one === method);
    return known ? t(`methods.${known}`) : t("methods.other", { method });
  };
}
