import { MonitorSmartphone } from "lucide-react";
import type { ReactNode } from "react";
import { methodWords } from "@/components/auth/method-words";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Ago, ExactMoment } from "@/components/ui/moment";
import type { OwnSession } from "@/lib/sessions/schema";

type SessionItemProps = { session: OwnSession; asOf: string; onEnd: () => void };

/** One open session: what it runs in, from where, since when, and the way to end it. */
export function SessionItem({ session, asOf, onEnd }: SessionItemProps) {
  const browser = session.browser ?? "Unknown browser";
  const ip = session.ip ?? "not known";
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-4 text-sm sm:flex-nowrap sm:px-6">
      <span className="hidden size-9 shrink-0 place-items-center rounded-full bg-surface-sunken text-ink-soft sm:grid">
        <MonitorSmartphone className="size-4" aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1 basis-full sm:basis-auto">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {browser}
          {session.isThis && <Badge tone="accent">This one</Badge>}
        </p>
        <dl className="mt-2 grid gap-x-6 gap-y-1.5 text-ink-soft sm:grid-cols-2 lg:grid-cols-4">
          <Fact label="IP address">
            <bdi className="break-all">{ip}</bdi>
          </Fact>
          <Fact label="Signed in">
            <ExactMoment iso={session.createdAt} />
          </Fact>
          <Fact label="Last seen">
            <Ago iso={session.lastSeenAt} asOf={asOf} />
          </Fact>
          <Fact label="With">{methodWords(session.method)}</Fact>
        </dl>
      </div>
      <div className="flex shrink-0 sm:w-28 sm:justify-end">
        {session.isThis ? (
          <SignOutButton />
        ) : (
          <Button size="sm" onClick={onEnd} aria-label={`End… ${browser}, IP address ${ip}`}>
            End…
          </Button>
        )}
      </div>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-2 sm:block">
      <dt className="w-20 shrink-0 text-ink-faint sm:w-auto sm:text-[0.8125rem]">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
