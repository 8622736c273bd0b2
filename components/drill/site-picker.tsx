"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard } from "@/components/ui/radio-card";
import { sitesQueryOptions } from "@/lib/domain/public-access/query-options";
import { MAX_SEARCH_LENGTH } from "@/lib/domain/publications/terms";

const PAUSE_MS = 250;
const OFFERED = 10;

type SitePickerProps = { siteId: number | null; onChoose: (siteId: number | null) => void };

/** One site or none: a search by name or id, and what it found to choose from. */
export function SitePicker({ siteId, onChoose }: SitePickerProps) {
  const t = useTranslations("drill.dialog");
  const [text, setText] = useState("");
  const term = useAfterPause(text.trim());
  const { data, isError } = useQuery({ ...sitesQueryOptions(queryFor(term)), enabled: term !== "" });
  const found = term === "" || isError ? [] : (data?.rows ?? []);

  function type(next: string) {
    setText(next);
    // What is chosen must be in view: another search begins with none.
    onChoose(null);
  }

  return (
    <div className="flex flex-col gap-3">
      <Field label={t("site")} hint={t("siteHint")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={text}
            maxLength={MAX_SEARCH_LENGTH}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.target.value)}
            // Somebody who presses Enter after a name looks for it, and does not mean to send mails yet.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
        )}
      </Field>
      {found.length > 0 && (
        <fieldset>
          <legend className="sr-only">{t("found")}</legend>
          <div className="flex max-h-56 flex-col gap-1.5 overflow-y-auto">
            <RadioCard name="site" label={t("noSite")} checked={siteId === null} onChange={() => onChoose(null)} />
            {found.map(({ id, name }) => (
              <RadioCard
                key={id}
                name="site"
                label={<bdi className="break-words">{name}</bdi>}
                detail={t("siteId", { id: String(id) })}
                checked={siteId === id}
                onChange={() => onChoose(id)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p role="status" className="text-[0.8125rem] text-ink-soft empty:hidden">
        {term !== "" && (isError ? t("unread") : data && found.length === 0 ? t("none") : null)}
      </p>
    </div>
  );
}

function queryFor(term: string) {
  const nothing = { group: null, type: null, channel: null, attention: null, sort: null, site: null };
  return { ...nothing, q: term, state: "all", dir: "asc", page: 1, pageSize: OFFERED } as const;
}

/** What was typed, once nothing more is. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
