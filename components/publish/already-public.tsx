"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDates } from "@/components/ui/use-dates";
import type { GrantOutcome } from "@/lib/domain/public-access/schema";

const NAMED = 10;

type AlreadyPublicProps = { outcome: Pick<GrantOutcome, "alreadyPublic" | "alreadyPublicCount"> };

/** What was public before, since when and by whom: it was left as it was. */
export function AlreadyPublic({ outcome: { alreadyPublic, alreadyPublicCount } }: AlreadyPublicProps) {
  const t = useTranslations("publish");
  const tCommands = useTranslations("commands");
  if (alreadyPublicCount === 0) return null;
  const named = alreadyPublic.slice(0, NAMED);
  const more = alreadyPublicCount - named.length;
  const title = t("done.already", { count: alreadyPublicCount });
  return (
    <section className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">{title}</h3>
      <ul aria-label={title} className="divide-y divide-line rounded-xl border border-line">
        {named.map((site) => (
          <li key={site.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
            <bdi className="font-medium">{site.name || tCommands("site.noName")}</bdi>
            <span className="text-[0.8125rem] text-ink-soft">
              <PublicSince since={site.since} by={site.grantedBy} />
            </span>
          </li>
        ))}
        {more > 0 && <li className="px-4 py-2 text-ink-soft">{tCommands("more", { count: more })}</li>}
      </ul>
    </section>
  );
}

/** Since when it was public and by whom, as far as it is known. */
function PublicSince({ since, by }: { since: string | null; by: string | null }) {
  const t = useTranslations("publish");
  const dates = useDates();
  const name = (login: ReactNode) => <bdi>{login}</bdi>;
  if (since === null) return by === null ? null : t.rich("done.by", { login: by, name });
  const day = dates.dayOf(since);
  return by === null ? t("done.since", { day }) : t.rich("done.sinceBy", { day, login: by, name });
}
