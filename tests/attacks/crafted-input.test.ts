import { describe, expect, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { useDatabase } from "@/tests/support/database";
import { EVERY_COMMAND } from "@/tests/support/every-command";
import { signIn } from "@/tests/support/people";
import { accessRows, expectChainHolds } from "@/tests/support/state";

// What an attacker would want of a decoded body: something thrown that stops the server, a value that is one thing when it
// is judged and another when it is used, a change of what all objects inherit, hours of work. What is left: a refusal.

useDatabase();

const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => [inner], 1);
const cycle: Record<string, unknown> = { siteIds: [] };
cycle.siteIds = [cycle];

const CRAFTED: readonly (readonly [what: string, body: unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number that is none", Number.NaN],
  ["a text of 250,000 characters", "x".repeat(250_000)],
  ["a list in a list, 5,000 deep", deep],
  ["itself, again and again", cycle],
  ["ids that say they are a list", { siteIds: { length: 1e9, 0: 1 } }],
  ["ids as SQL", { siteIds: ["1 OR 1=1"], mailId: "1 OR 1=1", blockId: "1;DROP TABLE portal_proof" }],
  ["ids too great for a number", { siteIds: [2 ** 53], mailId: "9".repeat(400), blockId: 2 ** 53 }],
  ["ids as big integers", { siteIds: [1n], mailId: 1n, blockId: 1n }],
  ["ids below zero, halves and blanks", { siteIds: [-1, 0.5, " 1"], blockId: -1 }],
  ["200,000 ids", { siteIds: Array.from({ length: 200_000 }, (_, at) => at + 1) }],
  ["a promise of a body", Promise.resolve({ siteIds: [1] })],
  ["maps and sets", new Map<string, unknown>([["siteIds", new Set([1])]])],
  ["a function", () => ({ siteIds: [1] })],
  ["a form", new FormData()],
  ["dates that are none", { siteIds: [new Date(Number.NaN)], endsOn: new Date(Number.NaN), reason: new Date(0) }],
  [
    "a prototype",
    JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}},"siteIds":[{"__proto__":1}]}'),
  ],
];

/** These take no input at all, and may be asked for by whoever has proven the password lately: nothing becomes public. */
const WITHOUT_INPUT = ["requestProbeCommand", "blockCommand"];

describe("a crafted body is refused in one of the known ways, and nothing has become public or changed its kind:", () => {
  it.each(EVERY_COMMAND)("$name", async ({ name, ask }) => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await aSite();
    for (const [what, body] of CRAFTED) {
      const began = process.cpuUsage();
      const answer = await ask(anna, body);
      if (!WITHOUT_INPUT.includes(name)) expect(answer, what).toMatchObject({ ok: false });
      expect(["invalid_input", "step_up_required", undefined], what).toContain(answer.code);
      expect(process.cpuUsage(began).user / 1_000, `ms of work for ${what}`).toBeLessThan(3_000);
    }
    expect("ok" in {}).toBe(false);
    expect(await accessRows()).toEqual([]);
    await expectChainHolds();
  });
});
