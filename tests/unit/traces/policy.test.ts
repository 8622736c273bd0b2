import { describe, expect, it } from "vitest";
import {
  type Candidate,
  CLOCK_TOLERANCE_MS,
  judge,
  PAGES_PRECISION_MS,
  placed,
  type Recorded,
  TOKENS_PRECISION_MS,
} from "@/lib/domain/traces/policy";
import { type Presence, presences, tracesSchema } from "@/lib/ledger/facts/traces-schema";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";

const FROM = new Date("2026-11-23T10:00:00Z");
const TO = new Date("2026-11-23T10:05:00Z");
const SPAN = { from: FROM, to: TO };
const MS = 1;

const anna: Candidate = { login: "anna", key: "ANNA", right: "super-user", sites: 1 };
const ben: Candidate = { login: "ben", key: "BEN", right: "admin", sites: 1 };
const during = plus(FROM, 2 * MINUTE_MS);
const NOTHING: Recorded = { lastSeen: new Map(), tokens: [] };
const token = (key: string, description: string, lastUsed: Date) => ({ key, description, lastUsed });

describe("what the newest recorded use says of the time between two checks", () => {
  it.each([PAGES_PRECISION_MS, TOKENS_PRECISION_MS])("written at most every %i ms, to the millisecond", (precision) => {
    const begin = plus(FROM, -CLOCK_TOLERANCE_MS);
    const end = plus(TO, CLOCK_TOLERANCE_MS);
    const cases: [Date, Presence | null][] = [
      [plus(begin, -precision - MS), null],
      [plus(begin, -precision), "possible"],
      [plus(begin, -MS), "possible"],
      [begin, "active"],
      [FROM, "active"],
      [TO, "active"],
      [end, "active"],
      [plus(end, MS), "possible"],
      [plus(end, 400 * 24 * 60 * MINUTE_MS), "possible"],
    ];
    expect(cases.map(([use]) => placed(use, SPAN, precision))).toEqual(cases.map(([, was]) => was));
  });

  it("never calls somebody absent whose use may have gone on into that time, for any use, time and precision", () => {
    for (let use = -20; use <= 20; use++) {
      for (let length = 0; length <= 10; length++) {
        for (const precision of [0, 5, 10]) {
          const span = { from: FROM, to: plus(FROM, length * MINUTE_MS) };
          const was = placed(plus(FROM, use * MINUTE_MS), span, precision * MINUTE_MS);
          // Whoever was recorded at `use` may have gone on, unrecorded, for as long as the precision.
          const mayReach = use + precision >= -1;
          const within = use >= -1 && use <= length + 1;
          expect(was).toBe(within ? "active" : mayReach ? "possible" : null);
        }
      }
    }
  });

  it("takes a clock of Matomo's that is 60 seconds off for the same, and one that is further ahead for unknown", () => {
    expect(placed(plus(TO, 60 * SECOND_MS), SPAN, PAGES_PRECISION_MS)).toBe("active");
    expect(placed(plus(FROM, -60 * SECOND_MS), SPAN, PAGES_PRECISION_MS)).toBe("active");
    expect(placed(plus(TO, 61 * SECOND_MS), SPAN, PAGES_PRECISION_MS)).toBe("possible");
  });
});

describe("one person", () => {
  type Kept = "during" | "before" | "later" | "long ago" | "never" | "unreadable";
  const PAGES: Record<Kept, Recorded["lastSeen"]> = {
    during: new Map([["ANNA", during]]),
    before: new Map([["ANNA", plus(FROM, -4 * MINUTE_MS)]]),
    later: new Map([["ANNA", plus(TO, 30 * MINUTE_MS)]]),
    "long ago": new Map([["ANNA", plus(FROM, -60 * MINUTE_MS)]]),
    never: new Map(),
    unreadable: null,
  };
  const TOKENS: Record<Kept, Recorded["tokens"]> = {
    during: [token("ANNA", "CI", during)],
    before: [token("ANNA", "CI", plus(FROM, -9 * MINUTE_MS))],
    later: [token("ANNA", "CI", plus(TO, 30 * MINUTE_MS))],
    "long ago": [token("ANNA", "CI", plus(FROM, -60 * MINUTE_MS))],
    never: [],
    unreadable: null,
  };
  const kinds = Object.keys(PAGES) as Kept[];
  const alone = (kept: Kept): Presence => {
    if (kept === "during") return "active";
    if (kept === "before" || kept === "later") return "possible";
    return kept === "unreadable" ? "unknown" : "absent";
  };

  it.each(kinds.flatMap((pages) => kinds.map((tokens) => ({ pages, tokens }))))(
    "pages $pages, token $tokens: the surer of the two, and absent only if both say so",
    ({ pages, tokens }) => {
      const judged = judge([anna], { lastSeen: PAGES[pages], tokens: TOKENS[tokens] }, SPAN);
      const [surer] = presences.filter((presence) => [alone(pages), alone(tokens)].includes(presence));
      expect(judged.people).toMatchObject([{ login: "anna", was: surer }]);
      expect(judged.counts).toEqual({ active: 0, possible: 0, unknown: 0, absent: 0, [surer as Presence]: 1 });
      expect(judged).toMatchObject({ pages: pages !== "unreadable", tokens: tokens !== "unreadable" });
      const tells = (kept: Kept) => ["during", "before", "later"].includes(kept);
      expect(judged.people[0]?.pages !== null).toBe(tells(pages));
      expect(judged.people[0]?.tokens).toHaveLength(tells(tokens) ? 1 : 0);
    },
  );

  it("is told with the uses that say something, and none that does not", () => {
    const [told] = judge(
      [anna],
      { lastSeen: PAGES.during, tokens: [token("ANNA", "old", new Date("2020-01-01")), ...(TOKENS.later ?? [])] },
      SPAN,
    ).people;
    expect(told).toEqual({
      login: "anna",
      right: "super-user",
      sites: 1,
      was: "active",
      pages: { was: "active", at: during.toISOString() },
      tokens: [{ description: "CI", was: "possible", at: plus(TO, 30 * MINUTE_MS).toISOString() }],
      moreTokens: 0,
    });
  });

  it("has at most 3 tokens named, those used in that time first, and the others counted", () => {
    const tokens = [
      token("ANNA", "later", plus(TO, 5 * MINUTE_MS)),
      ...["a", "b", "c"].map((name) => token("ANNA", name, during)),
      token("BEN", "his", during),
    ];
    const [told] = judge([anna], { ...NOTHING, tokens }, SPAN).people;
    expect(told?.tokens.map(({ description }) => description)).toEqual(["a", "b", "c"]);
    expect(told?.moreTokens).toBe(1);
  });

  it("is not told with what somebody without the right did, nor with a stranger's use of anonymous' token", () => {
    const record = {
      lastSeen: new Map([["EVE", during]]),
      tokens: [token("ANONYMOUS", "anonymous default token", during), token("EVE", "hers", during)],
    };
    expect(judge([anna], record, SPAN).people).toMatchObject([{ login: "anna", was: "absent", tokens: [] }]);
  });
});

describe("many people", () => {
  it("those of whom most is known come first, those who could have changed all sites before those who could not", () => {
    const people: Candidate[] = [
      { login: "absent", key: "1", right: "super-user", sites: 3 },
      { login: "later", key: "2", right: "super-user", sites: 3 },
      { login: "some", key: "3", right: "admin", sites: 1 },
      { login: "all", key: "4", right: "admin", sites: 3 },
      { login: "super", key: "5", right: "super-user", sites: 3 },
    ];
    const lastSeen = new Map([
      ["2", plus(TO, 10 * MINUTE_MS)],
      ...["3", "4", "5"].map((key): [string, Date] => [key, during]),
    ]);
    const judged = judge(people, { ...NOTHING, lastSeen }, SPAN);
    expect(judged.people.map(({ login }) => login)).toEqual(["super", "all", "some", "later", "absent"]);
  });

  it("ten are named and all are counted", () => {
    const people = Array.from({ length: 10_000 }, (_, n): Candidate => ({ ...ben, login: `u${n}`, key: `U${n}` }));
    const judged = judge(people, { ...NOTHING, lastSeen: new Map([["U9999", during]]) }, SPAN);
    expect(judged.people).toHaveLength(10);
    expect(judged.people[0]?.login).toBe("u9999");
    expect(judged.counts).toEqual({ active: 1, possible: 0, unknown: 0, absent: 9_999 });
    const frozen = { from: FROM.toISOString(), to: TO.toISOString(), found: { ...judged, activityLog: false } };
    expect(tracesSchema.parse(frozen)).toEqual(frozen);
  });

  it("nobody with the right: nobody is named, and nothing else is claimed", () => {
    const none = { active: 0, possible: 0, unknown: 0, absent: 0 };
    expect(judge([], NOTHING, SPAN)).toEqual({ pages: true, tokens: true, counts: none, people: [] });
  });
});
