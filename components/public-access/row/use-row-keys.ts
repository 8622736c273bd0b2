"use client";

import { type KeyboardEvent, useState } from "react";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { rowKey } from "./row-key";

type UseRowKeys = {
  rows: readonly SiteRow[];
  onOpen: (site: SiteRow) => void;
  onChoose: (site: SiteRow) => void;
};

/** The element of a site's row, which takes the focus. */
export function rowElement(siteId: number): HTMLElement | null {
  return document.getElementById(`site-${siteId}`);
}

/** To the row that is in the tab order, from the search or from what takes itself away; without rows to the search. */
export function goToRows(): void {
  const row = document.querySelector<HTMLElement>('tr[id^="site-"][tabindex="0"]');
  (row ?? document.querySelector<HTMLElement>("input[type=search]"))?.focus();
}

/** One row is in the tab order, the arrow keys go to the others; keys inside a row (its buttons) are left alone. */
export function useRowKeys({ rows, onOpen, onChoose }: UseRowKeys) {
  const [lastId, setLastId] = useState<number | null>(null);
  const stop = rows.find((row) => row.id === lastId) ?? rows[0];

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const index = rows.findIndex((row) => rowElement(row.id) === event.target);
    const site = rows[index];
    if (!site || event.ctrlKey || event.metaKey || event.altKey) return;
    const rightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const key = rowKey(event.key, index, rows.length, rightToLeft);
    if (key === null) return;
    event.preventDefault();
    if (key.does === "go") rowElement(rows[key.to]?.id ?? site.id)?.focus();
    else if (key.does === "open") onOpen(site);
    else onChoose(site);
  }

  return {
    onKeyDown,
    rowProps: (siteId: number) => ({ tabIndex: siteId === stop?.id ? 0 : -1, onFocus: () => setLastId(siteId) }),
  };
}
