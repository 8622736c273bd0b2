"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { forgetDraft, keepDraft, type PublishDraft, readDraft, startPublishing } from "./draft";
import { forgetPublished, keepPublished, type Published, readPublished } from "./published";
import { type PublishStep, stepToShow } from "./step-policy";

export type PublishFlowState = ReturnType<typeof usePublishFlow>;

type Kept = {
  draft: PublishDraft | null;
  published: Published | null;
  /** `earlier`: what was done is from an earlier visit of this page; `undone`: it was taken back just now */
  since: "now" | "earlier" | "undone";
  /** what somebody has just thrown away, and may bring back */
  discarded: PublishDraft | null;
};

const NOTHING: Kept = { draft: null, published: null, since: "now", discarded: null };

/**
 * What somebody is publishing in this tab and which step of it is shown. The step stands in the address, so that Back works
 * and a reload shows it again; the rest in the tab's own storage. `ready` false: it has not been looked at yet.
 */
export function usePublishFlow(login: string) {
  const [kept, setKept] = useState<Kept | null>(null);
  // Kept before it is shown, so that what is sent is known to be on its way even if the page goes away.
  const latest = useRef<Kept>(NOTHING);
  const asked = useSearchParams().get("step");
  const shown = kept && stepToShow(asked, { draft: kept.draft, hasPublished: kept.published !== null });

  function show(next: Kept) {
    latest.current = next;
    setKept(next);
  }
  useEffect(() => {
    latest.current = { ...NOTHING, draft: readDraft(login), published: readPublished(login), since: "earlier" };
    setKept(latest.current);
  }, [login]);
  // The address says what is shown, also where it asked for more than may be shown.
  useEffect(() => {
    if (shown && shown !== "nothing" && shown !== asked) window.history.replaceState(null, "", addressOf(shown));
  }, [shown, asked]);

  return {
    ready: kept !== null,
    shown: shown ?? "nothing",
    draft: kept?.draft ?? null,
    published: kept?.published ?? null,
    since: kept?.since ?? "now",
    discarded: kept?.discarded ?? null,
    go: (step: PublishStep) => window.history.pushState(null, "", addressOf(step)),
    /** begins with sites that were found on the page itself, and shows them */
    begin: (sites: readonly NamedSite[]) => {
      startPublishing(sites, login);
      show({ ...NOTHING, draft: readDraft(login) });
    },
    /** whether there still is something to be published: nobody has started over meanwhile */
    isUnderWay: () => latest.current.draft !== null,
    /** keeps what was typed, read or left out; without any site left there is no draft */
    update: (change: (draft: PublishDraft) => PublishDraft) => {
      if (!latest.current.draft) return;
      const draft = change(latest.current.draft);
      const isEmpty = draft.siteIds.length === 0;
      if (isEmpty) forgetDraft();
      else keepDraft(draft);
      show({ ...latest.current, draft: isEmpty ? null : draft });
    },
    /** it is done: there is nothing left that could be sent a second time */
    finish: (published: Published) => {
      keepPublished(published);
      forgetDraft();
      show({ ...NOTHING, published });
    },
    /** that it was taken back is said, until a reload */
    markPrivateAgain: () => {
      forgetPublished();
      show({ ...latest.current, since: "undone" });
    },
    startOver: () => {
      forgetDraft();
      forgetPublished();
      const { draft } = latest.current;
      // Of what may have happened nobody is told that it was thrown away.
      show({ ...NOTHING, discarded: draft?.isUncertain ? null : draft });
    },
    bringBack: () => {
      const { discarded } = latest.current;
      if (!discarded) return;
      keepDraft(discarded);
      show({ ...NOTHING, draft: discarded });
    },
  };
}

function addressOf(step: PublishStep): string {
  return `?step=${step}`;
}
