import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/auth/cookie";
import { saveSettingsAction } from "@/lib/domain/settings/actions";
import { readSettings } from "@/lib/domain/settings/queries";
import { readDatedSetting, readSetting } from "@/lib/ledger/settings/store";
import type { UnconfirmedRule } from "@/lib/ledger/settings/terms";
import { MINUTE_MS } from "@/lib/platform/clock";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { useCookies, useHeaders } from "@/tests/support/next-headers";
import { type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const tighten = (person: SignedIn, periods: string) => saveRecently(person, { "unconfirmed-rule": periods });
const loosen = (person: SignedIn, periods: string) => saveSteppedUp(person, { "unconfirmed-rule": periods });
const rule = () => readSetting(testDb(), "unconfirmed-rule");

/** Anna, with the rule at `given`; Jonas is a Super User too. */
async function anna(given: UnconfirmedRule = "off"): Promise<SignedIn> {
  freezeClock("2026-11-24T12:00:00Z");
  await aSuperUser({ login: "jonas" });
  const person = await signIn(await aSuperUser({ login: "anna" }));
  if (given !== "off") await tighten(person, given);
  return person;
}

describe("fewer periods until what nobody confirms becomes private", () => {
  it("take the password of the last 15 minutes; recorded and alerted to every Super User (S47)", async () => {
    const person = await anna();
    expect(await rule()).toBe("off");
    expect(await tighten(person, "3")).toEqual({ ok: true, data: { saved: true } });
    expect(await tighten(person, "1")).toEqual({ ok: true, data: { saved: true } });
    expect(await readDatedSetting(testDb(), "unconfirmed-rule")).toEqual({
      value: "1",
      changedAt: new Date("2026-11-24T12:00:00Z"),
    });
    expect(await auditOf("setting.changed")).toMatchObject([
      { setting: "unconfirmed-rule", from: "off", to: "3" },
      { setting: "unconfirmed-rule", from: "3", to: "1" },
    ]);
    expect(await mailFacts("setting-changed")).toMatchObject([
      { setting: "unconfirmed-rule", from: "off", to: "3", actor: { login: "anna" } },
      { from: "3", to: "1" },
    ]);
    expect((await mails("setting-changed")).map(({ to }) => to)).toEqual([
      "anna@people.example",
      "anna@people.example",
      "jonas@people.example",
      "jonas@people.example",
    ]);
    await expectChainHolds();
  });

  it("are refused without it, and nothing is written", async () => {
    const person = await anna();
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await tighten(person, "1")).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
  });

  it("set again are no change: nobody is mailed, and the rule counts from when it was", async () => {
    const person = await anna("2");
    const before = await everything();
    advance(MINUTE_MS);
    expect(await tighten(person, "2")).toEqual({ ok: true, data: { saved: true } });
    expect(await everything()).toEqual(before);
  });
});

describe("more periods, or none", () => {
  it.each(["2", "12", "off"])("(%s instead of 1) are not had with a recent proof alone", async (weaker) => {
    const person = await anna("1");
    const before = await everything();
    expect(await tighten(person, weaker)).toEqual({ ok: true, data: { saved: false } });
    expect(await loosen(person, weaker)).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
    expect(await rule()).toBe("1");
  });

  it.each(["2", "12", "off"])("(%s) take a step-up for exactly this; recorded and alerted", async (weaker) => {
    const person = await anna("1");
    await stepUp(person, "set-extra-recipients", []);
    expect(await loosen(person, weaker)).toMatchObject({ ok: false, code: "proof_foreign" });
    await stepUp(person, "weaken-settings", [2]);
    expect(await loosen(person, weaker)).toEqual({ ok: true, data: { saved: true } });
    expect(await loosen(person, weaker)).toMatchObject({ ok: false, code: "proof_used" });
    expect(await rule()).toBe(weaker);
    expect((await auditOf("setting.changed")).at(-1)).toMatchObject({ from: "1", to: weaker });
    expect((await mailFacts("setting-changed")).at(-1)).toMatchObject({ from: "1", to: weaker });
  });

  it("are refused for somebody who is no Super User any more", async () => {
    const person = await anna("1");
    await stepUp(person, "weaken-settings", [2]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await loosen(person, "off")).toMatchObject({ ok: false, code: "session_ended" });
    expect(await rule()).toBe("1");
  });

  it("leave the old rule when the alert cannot be queued", async () => {
    const person = await anna("1");
    await stepUp(person, "weaken-settings", [2]);
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await loosen(person, "off").finally(() =>
      rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"),
    );
    expect(result.ok).toBe(false);
    expect(await everything()).toEqual(before);
  });

  it.each(["0", "4", "-1", "", "weekly"])("%j is no number of periods", async (periods) => {
    const person = await anna();
    expect(await tighten(person, periods)).toMatchObject({ ok: false, code: "invalid_input" });
  });
});

describe("the action behind the form", () => {
  async function ask(person: SignedIn, periods: string) {
    const { sessionId, proofId } = person.context;
    const token = await encode({ token: { sessionId, proofId }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    useCookies(new Map([[sessionCookie().name, token]]));
    useHeaders({ origin: "http://localhost:3000" });
    return saveSettingsAction({ "unconfirmed-rule": periods });
  }

  it("takes a recent proof for fewer periods", async () => {
    expect(await ask(await anna("6"), "3")).toEqual({ ok: true, data: { saved: true } });
    expect(await rule()).toBe("3");
  });

  it.each(["6", "off"])(
    "asks for a step-up before %s instead of 3, and does it with one; refused once, not twice",
    async (periods) => {
      const person = await anna("3");
      expect(await ask(person, periods)).toMatchObject({ ok: false, code: "step_up_required" });
      expect(await auditOf("action.refused")).toMatchObject([{ action: "save-settings", code: "step_up_required" }]);
      expect(await rule()).toBe("3");
      await stepUp(person, "weaken-settings", [2]);
      expect(await ask(person, periods)).toEqual({ ok: true, data: { saved: true } });
      expect(await rule()).toBe(periods);
    },
  );
});

it("the settings page shows the rule, and how often one is reminded oneself", async () => {
  const person = await anna("6");
  await testDb().slowReminders.create({
    data: { recipient: "anna@people.example", since: new Date(), chosenIn: "settings" },
  });
  const shown = await readSettings(await superUserOf(person));
  expect(shown).toMatchObject({ settings: { "unconfirmed-rule": "6" }, ownPace: "monthly" });
});
