"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ClipboardEvent, useDeferredValue, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { SessionEndedNotice } from "@/components/auth/session-ended";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { sitesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { isSessionOver } from "@/lib/platform/web/read-json-query-options";
import { onlySiteOf, pastedSites } from "./pasted-sites";
import { ANY_SITE } from "./public-among";

type SitePickerProps = { chosenIds: readonly number[]; onAdd: (sites: readonly NamedSite[]) => void };

/** Finds private sites and adds them, one by one, or all whose IDs or names are pasted. Nothing becomes public by it. */
export function SitePicker({ chosenIds, onAdd }: SitePickerProps) {
  const t = useTranslations("publish.picker");
  const tCommands = useTranslations("commands");
  const id = useId();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const [pasted, setPasted] = useState<{ added: number; missing: string[] } | "failed" | null>(null);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({ ...sitesQueryOptions({ ...ANY_SITE, q, state: "private" }), enabled: q !== "" });
  const chosen = new Set(chosenIds);
  const rows = q === "" ? [] : (found.data?.rows ?? []).filter((row) => !chosen.has(row.id));

  async function addPasted(texts: readonly string[]) {
    try {
      const sites: NamedSite[] = [];
      const missing: string[] = [];
      for (const text of texts) {
        const { rows: matching } = await queryClient.fetchQuery(sitesQueryOptions({ ...ANY_SITE, q: text }));
        const site = onlySiteOf(text, matching);
        if (site) sites.push({ id: site.id, name: site.name });
        else missing.push(text);
      }
      if (sites.length > 0) onAdd(sites);
      setPasted({ added: sites.length, missing });
    } catch {
      setPasted("failed");
    }
  }
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const texts = pastedSites(event.clipboardData.getData("text"));
    if (texts.length < 2) return;
    event.preventDefault();
    void addPasted(texts);
  }

  return (
    <div className="flex flex-col gap-2 text-sm">
      <label htmlFor={id} className="font-medium">
        {t("label")}
      </label>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPasted(null);
        }}
        onPaste={onPaste}
      />
      <div role="status">
        {pasted === "failed" && <p className="text-danger">{t("unread")}</p>}
        {pasted && pasted !== "failed" && (
          <>
            <p>{t("added", { count: pasted.added })}</p>
            {pasted.missing.length > 0 && (
              <p className="text-caution">
                {t.rich("missing", { list: () => <bdi>{pasted.missing.join(", ")}</bdi> })}
              </p>
            )}
          </>
        )}
        {q !== "" && found.isError && !isSessionOver(found.error) && <p className="text-danger">{t("unread")}</p>}
        {q !== "" && found.data && rows.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      </div>
      {found.isError && isSessionOver(found.error) && <SessionEndedNotice />}
      {rows.length > 0 && (
        <ul aria-label={t("results")} className="divide-y divide-line rounded-xl border border-line">
          {rows.map((row) => (
            <li key={row.id} className="flex items-center justify-between gap-4 py-1.5 ps-4 pe-2">
              <span className="min-w-0">
                <bdi className="font-medium">{row.name || tCommands("site.noName")}</bdi>{" "}
                <span className="text-[0.8125rem] text-ink-faint">{tCommands("site.id", { id: String(row.id) })}</span>
              </span>
              <Button size="sm" onClick={() => onAdd([{ id: row.id, name: row.name }])}>
                {t.rich("add", { site: row.name, hidden: (text) => <span className="sr-only">{text}</span> })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found.data && q !== "" && found.data.matching > found.data.rows.length && (
        <p className="text-ink-soft">{t("more", { count: found.data.matching - found.data.rows.length })}</p>
      )}
    </div>
  );
}
