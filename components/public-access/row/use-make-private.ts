"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";

type UseMakePrivate = {
  /** as last read */
  rows: readonly SiteRow[];
  /** what the list shows: with another list its rows are its own */
  list: string;
  /** asks for the proof first, or says what cannot be done by this */
  onAsk: (site: SiteRow) => void;
  onAgain: (sites: readonly SiteRow[]) => void;
  onChanged: () => void | Promise<void>;
};

/** A site that was made private, where its row stood, and the rows that were read before that. */
type Turned = { site: SiteRow; index: number; readBefore: readonly SiteRow[] };

const NOTHING: ReadonlySet<number> = new Set();
const NONE: ReadonlyMap<number, Turned> = new Map();

/**
 * One click makes a site private. Its row says so as soon as that is known, and stays in its place while the same list is
 * shown, though the list of public sites has lost it.
 */
export function useMakePrivate({ rows, list, onAsk, onAgain, onChanged }: UseMakePrivate) {
  const t = useTranslations("commands");
  const tAuth = useTranslations("auth");
  const [underWay, setUnderWay] = useState(NOTHING);
  const [turned, setTurned] = useState({ list, sites: NONE });
  // Whatever the list shows by now: what was just made private is published again.
  const [madePrivate, setMadePrivate] = useState(NOTHING);
  const kept = turned.list === list ? turned.sites : NONE;
  const remember = (sites: readonly NamedSite[]) =>
    setMadePrivate((before) => new Set([...before, ...sites.map(({ id }) => id)]));

  async function makePrivate(site: SiteRow) {
    if (underWay.has(site.id)) return;
    setUnderWay((before) => new Set(before).add(site.id));
    // What asks, and what says how it went, is not part of what the page loads first.
    const came = await import("./make-private-now")
      .then((file) => file.makePrivateNow(site, t, tAuth("noAnswer"), () => onAgain([site])))
      .catch(() => "prove" as const);
    if (came === "private") {
      remember([site]);
      const now = { site: asPrivate(site), index: rows.findIndex((row) => row.id === site.id), readBefore: rows };
      setTurned((before) => ({ list, sites: new Map(before.list === list ? before.sites : NONE).set(site.id, now) }));
    }
    if (came === "prove") onAsk(site);
    else await onChanged();
    setUnderWay((before) => new Set([...before].filter((id) => id !== site.id)));
  }

  return {
    makePrivate,
    isUnderWay: (siteId: number) => underWay.has(siteId),
    was: (siteId: number) => madePrivate.has(siteId),
    /** these were made private in another way */
    remember,
    /** the rows as read, and in their places those that were made private since */
    shown: withTurned(rows, [...kept.values()]),
  };
}

function asPrivate(site: SiteRow): SiteRow {
  const nothing = { publication: null, personalCount: null, strangerUrl: null, worseLevels: [] };
  return { ...site, ...nothing, isPublic: false, isChecking: false };
}

/** What was read after the change is the newer word for a site that it has. */
function withTurned(rows: readonly SiteRow[], turned: readonly Turned[]): SiteRow[] {
  const shown = [...rows];
  for (const { site, index, readBefore } of [...turned].sort((a, b) => a.index - b.index)) {
    const at = shown.findIndex((row) => row.id === site.id);
    if (at < 0) shown.splice(Math.max(index, 0), 0, site);
    else if (readBefore === rows) shown[at] = site;
  }
  return shown;
}
