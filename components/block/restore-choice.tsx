"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { RadioCard } from "@/components/ui/radio-card";
import type { NamedSite } from "@/lib/domain/publications/schema";

type Choice = { how: "none" | "all" | "chosen"; siteIds: ReadonlySet<number> };
export const NOTHING: Choice = { how: "none", siteIds: new Set() };

type RestoreChoiceProps = { sites: readonly NamedSite[]; choice: Choice; onChoose: (choice: Choice) => void };

/** Which of the sites that were public are to be so again: none, all, or some. */
export function RestoreChoice({ sites, choice, onChoose }: RestoreChoiceProps) {
  const t = useTranslations("block.off");
  const ways = sites.length > 1 ? (["none", "all", "chosen"] as const) : (["none", "all"] as const);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{t("restore")}</legend>
      {ways.map((how) => (
        <RadioCard
          key={how}
          name="restore"
          label={t(how, { count: sites.length })}
          checked={choice.how === how}
          onChange={() => onChoose({ ...choice, how })}
        />
      ))}
      {choice.how === "chosen" && (
        <SiteChoice
          sites={sites}
          chosen={choice.siteIds}
          onChoose={(siteIds) => onChoose({ how: "chosen", siteIds })}
        />
      )}
    </fieldset>
  );
}

/** More are found by searching. */
const SHOWN = 50;

type SiteChoiceProps = {
  sites: readonly NamedSite[];
  chosen: ReadonlySet<number>;
  onChoose: (siteIds: ReadonlySet<number>) => void;
};

function SiteChoice({ sites, chosen, onChoose }: SiteChoiceProps) {
  const t = useTranslations("block.off");
  const [term, setTerm] = useState("");
  const sought = term.trim().toLocaleLowerCase();
  const found = sites.filter(({ id, name }) => name.toLocaleLowerCase().includes(sought) || String(id) === sought);
  const rest = found.length - SHOWN;
  return (
    <div className="flex flex-col gap-2 ps-7">
      {sites.length > 10 && (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={term}
          onChange={(event) => setTerm(event.target.value)}
        />
      )}
      <ul className="flex max-h-52 flex-col overflow-y-auto">
        {found.slice(0, SHOWN).map(({ id, name }) => (
          <li key={id}>
            <label className="flex min-h-9 items-center gap-3 text-sm">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={chosen.has(id)}
                onChange={(event) =>
                  onChoose(new Set(event.target.checked ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
                }
              />
              <bdi className="min-w-0 break-words">{name}</bdi>
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-ink-soft text-sm">{t("more", { count: rest })}</p>}
    </div>
  );
}
