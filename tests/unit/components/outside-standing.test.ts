import { describe, expect, it } from "vitest";
import { byReason } from "@/components/outside/by-reason";
import { firstProbeOf } from "@/components/outside/first-probe-state";
import { isOldProbe, standingOf, toneOf } from "@/components/outside/outside-standing";
import { previewWords } from "@/components/outside/preview-note";
import { verdictWords } from "@/components/outside/verdict-words";
import type { Outside, OutsidePreview, ProbeResult } from "@/lib/domain/probe/schema";
import { outsideTroubles } from "@/lib/domain/probe/terms";
import { wordsOf } from "@/tests/support/words-of";

const AT = "2026-11-24T05:00:00.000Z";
const LATER = "2026-11-24T05:10:00.000Z";
const say = wordsOf("outside");

function probe(changes: Partial<ProbeResult> = {}): ProbeResult {
  return {
    ...{ at: AT, askedBy: null, outcome: "seen", trouble: null, likelyReason: null, durationMs: 900 },
    ...{ readableCount: 7, configuredCount: 7, canary: null },
    ...{ unexpected: { total: 0, sites: [] }, unreadable: { total: 0, sites: [] } },
    ...changes,
  };
}

const trouble = probe({ outcome: "trouble", trouble: "not-json", readableCount: null });
const shown = { total: 1, sites: [{ id: 3, name: "Shop" }] };
const hidden = (total: number) => ({ total, sites: [{ id: 4, name: "Blog", reason: "unknown" as const }] });

function outside(newest: ProbeResult | null, changes: Partial<Outside> = {}): Outside {
  return {
    ...{ isConfigured: true, newest, newestSeen: newest?.outcome === "seen" ? newest : null, troubleSince: null },
    ...{ isProbing: false, configuredCount: 7, canary: null, asOf: LATER },
    ...changes,
  };
}

const canary = (state: "closed" | "open" | "unknown") => ({ canary: { id: 9, name: "Canary", state, trouble: null } });

describe("how it stands with the probe from outside", () => {
  it("is calm only when a recent look saw exactly what is public, and the canary closed", () => {
    expect(toneOf(outside(probe()))).toBe("calm");
    expect(toneOf(outside(probe(), canary("closed")))).toBe("calm");
    expect(toneOf(outside(probe(), canary("unknown")))).toBe("caution");
    expect(toneOf(outside(probe(), { asOf: "2026-11-24T07:00:01.000Z" }))).toBe("caution");
    expect(toneOf(outside(probe({ unreadable: hidden(1) })))).toBe("caution");
    expect(toneOf(outside(trouble))).toBe("caution");
    expect(toneOf(outside(null))).toBe("caution");
    expect(toneOf(outside(null, { isConfigured: false }))).toBe("neutral");
  });

  it("is danger when strangers read what is private, or the canary", () => {
    expect(toneOf(outside(probe({ unexpected: shown })))).toBe("danger");
    expect(toneOf(outside(probe(), canary("open")))).toBe("danger");
    expect(toneOf(outside(trouble, canary("open")))).toBe("danger");
  });

  it("takes a probe without a count, and one from before the address was known, for no news", () => {
    expect(standingOf(outside(probe({ readableCount: null })))).toMatchObject({ is: "trouble" });
    expect(standingOf(outside(probe({ outcome: "not-configured", readableCount: null })))).toEqual({ is: "never" });
  });

  it("keeps what was seen last beside the trouble, with since when", () => {
    const seen = probe();
    const troubled = outside(trouble, { newestSeen: seen, troubleSince: AT });
    expect(standingOf(troubled)).toMatchObject({ is: "trouble", trouble: "not-json", since: AT, lastSeen: seen });
    expect(standingOf(outside(trouble))).toMatchObject({ lastSeen: null, since: trouble.at });
  });

  it("calls a probe old after two hours, not before", () => {
    expect(isOldProbe({ at: AT }, "2026-11-24T07:00:00.000Z")).toBe(false);
    expect(isOldProbe({ at: AT }, "2026-11-24T07:00:00.001Z")).toBe(true);
  });
});

describe("what is read aloud after a probe", () => {
  it("is the verdict, and never calls unknown safe", () => {
    expect(verdictWords(say, outside(probe()))).toBe("Strangers read exactly what is public.");
    const both = probe({ unexpected: shown, unreadable: hidden(2) });
    expect(verdictWords(say, outside(both))).toBe(
      "1 site is readable though it is private. 2 public sites could not be read.",
    );
    for (const one of outsideTroubles) {
      expect(verdictWords(say, outside({ ...trouble, trouble: one }))).toContain(
        "What strangers can read is not known.",
      );
    }
    expect(verdictWords(say, outside(null))).toBe("");
  });
});

describe("sites that could not be read", () => {
  const site = (id: number, reason: "unknown" | "site-error" | "maintenance") => ({ id, name: null, reason });

  it("stand together by their likely reason, the most first", () => {
    const groups = byReason([site(1, "site-error"), site(2, "maintenance"), site(3, "maintenance")], 3);
    expect(groups.map(({ reason, total }) => [reason, total])).toEqual([
      ["maintenance", 2],
      ["site-error", 1],
    ]);
  });

  it("beyond the named ones have a reason only when all of the named have the same", () => {
    expect(byReason([site(1, "maintenance")], 80)).toMatchObject([{ reason: "maintenance", total: 80 }]);
    const mixed = byReason([site(1, "maintenance"), site(2, "site-error")], 80);
    expect(mixed.map(({ reason, total }) => [reason, total])).toEqual([
      ["unknown", 78],
      ["maintenance", 1],
      ["site-error", 1],
    ]);
    expect(byReason([], 2)).toMatchObject([{ reason: "unknown", sites: [], total: 2 }]);
  });
});

describe("the first probe after publishing", () => {
  it("is waited for while the newest is older than the publication, or that is not known", () => {
    expect(firstProbeOf({ newest: probe() }, LATER, [3])).toEqual({ is: "waiting" });
    expect(firstProbeOf({ newest: probe() }, null, [3])).toEqual({ is: "waiting" });
    expect(firstProbeOf({ newest: null }, AT, [3])).toEqual({ is: "waiting" });
    expect(firstProbeOf({ newest: probe({ outcome: "not-configured" }) }, AT, [3])).toEqual({ is: "waiting" });
  });

  it("counts how many of exactly these sites can be read", () => {
    const newest = probe({ unreadable: hidden(1) });
    expect(firstProbeOf({ newest }, AT, [3, 4, 5])).toMatchObject({ is: "seen", readable: 2 });
    expect(firstProbeOf({ newest: probe() }, AT, [3, 4])).toMatchObject({ is: "seen", readable: 2 });
  });

  it("gives no number where not every unreadable site, or not every published one, is known", () => {
    expect(firstProbeOf({ newest: probe({ unreadable: hidden(2) }) }, AT, [3])).toMatchObject({ is: "seen-in-part" });
    expect(firstProbeOf({ newest: probe() }, AT, null)).toMatchObject({ is: "seen-in-part" });
  });

  it("says when it could not tell", () => {
    expect(firstProbeOf({ newest: trouble }, AT, [3])).toEqual({ is: "trouble", trouble: "not-json" });
  });
});

describe("the dry probe before publishing", () => {
  const preview: OutsidePreview = {
    ...{ isConfigured: true, lookedAtCount: 5, dashboardShownCount: 5, visitsLogOpenCount: 2, userIdsOpenCount: 0 },
    ...{ personalCount: 1, personalUnknownCount: 0, newestAt: AT, asOf: LATER },
  };

  it("counts what strangers get on the public sites, and what looks like personal data", () => {
    expect(previewWords(say, preview)).toEqual([
      "On the 5 public sites that were looked at, strangers get the dashboard on 5, the visits log on 2, User IDs on 0.",
      "On the others it was refused, or it could not be told.",
      "On 1 of them, page addresses or titles hold what looks like personal data.",
      "The first look after publishing tells what strangers really see.",
    ]);
  });

  it("says what is not known, and nothing of personal data where none could be read", () => {
    const [, , only, ...rest] = previewWords(say, { ...preview, personalCount: 0, personalUnknownCount: 5 });
    expect(only).toContain("whether they hold personal data is not known");
    expect(rest).toHaveLength(1);
    expect(previewWords(say, { ...preview, lookedAtCount: 0 })[0]).toContain("is not known");
    expect(previewWords(say, { ...preview, isConfigured: false })).toHaveLength(1);
    expect(previewWords(say, { ...preview, isConfigured: false })[0]).toContain("is not known");
  });
});
