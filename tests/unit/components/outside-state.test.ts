import { describe, expect, it } from "vitest";
import { byReason } from "@/components/outside/by-reason";
import { firstProbeOf } from "@/components/outside/first-probe-state";
import { isOldProbe, outsideStateOf, toneOf } from "@/components/outside/outside-state";
import { previewLabel } from "@/components/outside/preview-note";
import { verdictLabel } from "@/components/outside/verdict-label";
import type { Outside, OutsidePreview, ProbeResult } from "@/lib/domain/probe/schema";
import { outsideTroubles } from "@/lib/domain/probe/terms";
import { translatorOf } from "@/tests/support/translator-of";

const AT = "2026-11-24T05:00:00.000Z";
const LATER = "2026-11-24T05:10:00.000Z";
const t = translatorOf("outside");

function probe(changes: Partial<ProbeResult> = {}): ProbeResult {
  return {
    ...{ at: AT, askedBy: null, outcome: "seen", trouble: null, likelyReason: null, durationMs: 900 },
    ...{ readableCount: 7, configuredCount: 7, canary: null },
    ...{ unexpected: { total: 0, sites: [] }, unreadable: { total: 0, sites: [] } },
    ...changes,
  };
}

const agreement = "Verified from outside: exactly the 7 public sites are readable";
const trouble = probe({ outcome: "trouble", trouble: "not-json", readableCount: null });
const shown = { total: 1, sites: [{ id: 3, name: "Shop" }] };
const hidden = (total: number) => ({ total, sites: [{ id: 4, name: "Blog", reason: "unknown" as const }] });

function outside(newest: ProbeResult | null, changes: Partial<Outside> = {}): Outside {
  return {
    ...{ isConfigured: true, newest, newestSeen: newest?.outcome === "seen" ? newest : null, troubleSince: null },
    ...{ isProbing: false, configuredCount: 7, canary: null, asOf: LATER },
    ...{ changedAt: null, isChecking: false },
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
    expect(toneOf(outside(probe({ readableCount: 6, unreadable: hidden(1) })))).toBe("caution");
    expect(toneOf(outside(trouble))).toBe("caution");
    expect(toneOf(outside(null))).toBe("caution");
    expect(toneOf(outside(null, { isConfigured: false }))).toBe("neutral");
  });

  it("is danger when strangers read what is private, or the canary", () => {
    expect(toneOf(outside(probe({ readableCount: 8, unexpected: shown })))).toBe("danger");
    expect(toneOf(outside(probe(), canary("open")))).toBe("danger");
    expect(toneOf(outside(trouble, canary("open")))).toBe("danger");
  });

  it("takes a probe without a count, and one from before the address was known, for no news", () => {
    expect(outsideStateOf(outside(probe({ readableCount: null })))).toMatchObject({ is: "trouble" });
    expect(outsideStateOf(outside(probe({ outcome: "not-configured", readableCount: null })))).toEqual({ is: "never" });
  });

  it("keeps what was seen last beside the trouble, with since when", () => {
    const seen = probe();
    const troubled = outside(trouble, { newestSeen: seen, troubleSince: AT });
    expect(outsideStateOf(troubled)).toMatchObject({ is: "trouble", trouble: "not-json", since: AT, lastSeen: seen });
    expect(outsideStateOf(outside(trouble))).toMatchObject({ lastSeen: null, since: trouble.at });
  });

  describe("once a site became public or private", () => {
    const changed = (isChecking: boolean) => ({ changedAt: "2026-11-24T05:09:00.000Z", isChecking });

    it.each([
      ["seen", probe()],
      ["seen, with what differs", probe({ readableCount: 8, unexpected: shown })],
      ["in trouble", trouble],
    ])("says nothing of what was %s before: it is being checked, then not known, and never calm", (_, newest) => {
      expect(outsideStateOf(outside(newest, changed(true)))).toEqual({ is: "checking" });
      expect(toneOf(outside(newest, changed(true)))).toBe("neutral");
      expect(verdictLabel(t, outside(newest, changed(true)))).toBe("Checking from outside…");
      expect(outsideStateOf(outside(newest, changed(false)))).toEqual({ is: "changed" });
      expect(toneOf(outside(newest, changed(false)))).toBe("caution");
      expect(verdictLabel(t, outside(newest, changed(false)))).toContain("unknown");
    });

    it("is no different where the log does not know of it yet, and the number alone has changed", () => {
      for (const configuredCount of [6, 8]) {
        expect(outsideStateOf(outside(probe(), { configuredCount }))).toEqual({ is: "changed" });
      }
    });

    it("is no different when it happened during the look", () => {
      expect(outsideStateOf(outside(probe({ configuredCount: 0 }), { configuredCount: 0 }))).toEqual({ is: "changed" });
    });

    it("says that nothing is readable when a probe that began afterwards saw that", () => {
      const none = probe({ at: "2026-11-24T05:09:01.000Z", readableCount: 0, configuredCount: 0 });
      const confirmed = outside(none, { ...changed(true), configuredCount: 0 });
      expect(toneOf(confirmed)).toBe("calm");
      expect(verdictLabel(t, confirmed)).toBe("Verified from outside: nothing is readable");
    });

    it("is checked before the first probe of all, too", () => {
      expect(outsideStateOf(outside(null, changed(true)))).toEqual({ is: "checking" });
    });
  });

  it("calls a probe old after two hours, not before", () => {
    expect(isOldProbe({ at: AT }, "2026-11-24T07:00:00.000Z")).toBe(false);
    expect(isOldProbe({ at: AT }, "2026-11-24T07:00:00.001Z")).toBe(true);
  });
});

describe("what is read aloud after a probe", () => {
  it("is the verdict, and never calls unknown safe", () => {
    expect(verdictLabel(t, outside(probe()))).toBe(agreement);
    const both = probe({ readableCount: 6, unexpected: shown, unreadable: hidden(2) });
    expect(verdictLabel(t, outside(both))).toBe(
      "1 private site is readable from outside. 2 public sites are not readable from outside",
    );
    expect(verdictLabel(t, outside(probe(), { asOf: "2026-11-24T09:00:00.000Z" }))).toBe(
      "What anyone can read now is unknown.",
    );
    for (const one of outsideTroubles) {
      expect(verdictLabel(t, outside({ ...trouble, trouble: one }))).toContain("What anyone can read now is unknown.");
    }
    expect(verdictLabel(t, outside(null))).toBe("");
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
    expect(previewLabel(t, preview)).toEqual([
      "Anyone can open: dashboard 5/5, visits log 2/5, User IDs 0/5.",
      "Sites with possible personal data in page URLs or titles: 1.",
    ]);
  });

  it("says what is not known, and nothing of personal data where none could be read", () => {
    const [, only, ...rest] = previewLabel(t, { ...preview, personalCount: 0, personalUnknownCount: 5 });
    expect(only).toContain("could not be read: 5");
    expect(rest).toEqual([]);
    expect(previewLabel(t, { ...preview, lookedAtCount: 0 })).toEqual(["Not checked from outside yet"]);
    expect(previewLabel(t, { ...preview, isConfigured: false })).toEqual(["External check off: MATOMO_URL is not set"]);
  });
});
