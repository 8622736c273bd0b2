"use client";

import { useTranslations } from "use-intl";
import type { Consequences } from "@/lib/domain/public-access/schema";

const NAMED = 10;

/** Super Users who would not hear, each with why. */
export function UnreachableList({ unreachable }: Pick<Consequences, "unreachable">) {
  const t = useTranslations("commands");
  const tWhy = useTranslations("deliveries.why");
  const more = unreachable.length - NAMED;
  return (
    <ul>
      {unreachable.slice(0, NAMED).map(({ login, why }) => (
        <li key={login} className="break-words">
          <bdi>{login}</bdi>: {tWhy(why)}
        </li>
      ))}
      {more > 0 && <li>{t("more", { count: more })}</li>}
    </ul>
  );
}
