import { describe, expect, it } from "vitest";
import { readSettings } from "@/lib/domain/settings/queries";
import { readSettingValues } from "@/lib/ledger/settings/store";
import { SETTINGS, savedNames } from "@/lib/ledger/settings/terms";
import { MINUTE_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const STRICTEST = { "second-factor": "required", "unconfirmed-rule": "1", "reminder-cadence": "weekly" };
const WEAKEST = { "second-factor": "optional", "unconfirmed-rule": "off", "reminder-cadence": "monthly" };
const values = () => readSettingValues(testDb());

/** Anna, with everything as strict as it can be; Jonas is a Super User too. */
async function anna(): Promise<SignedIn> {
  freezeClock("2026-11-24T12:00:00Z");
  await aSuperUser({ login: "jonas" });
  const person = await signIn(await aSuperUser({ login: "anna" }));
  expect(await saveRecently(person, STRICTEST)).toEqual({ ok: true, data: { saved: true } });
  return person;
}

/** As if they had typed a code, too. */
async function stepUpWithCode(person: SignedIn): Promise<void> {
  await stepUp(person, "weaken-settings", [1, 2, 3]);
  await rawRun("UPDATE portal_proof SET method = 'password-and-code'");
}

describe("settings that are saved at once", () => {
  it("take one proof however many are weaker; each has its event and its alert to every Super User", async () => {
    const person = await anna();
    const before = {
      events: (await auditOf("setting.changed")).length,
      mails: (await mails("setting-changed")).length,
    };
    await stepUpWithCode(person);
    expect(await saveSteppedUp(person, WEAKEST)).toEqual({ ok: true, data: { saved: true } });
    expect(await values()).toMatchObject(WEAKEST);
    expect((await auditOf("setting.changed")).slice(before.events)).toEqual([
      { type: "setting.changed", setting: "second-factor", from: "required", to: "optional" },
      { type: "setting.changed", setting: "unconfirmed-rule", from: "1", to: "off" },
      { type: "setting.changed", setting: "reminder-cadence", from: "weekly", to: "monthly" },
    ]);
    expect((await mails("setting-changed")).length - before.mails).toBe(2 * 3);
    expect(await mailFacts("setting-changed")).toContainEqual(
      expect.objectContaining({ setting: "reminder-cadence", from: "weekly", to: "monthly" }),
    );
    expect(await saveSteppedUp(person, STRICTEST)).toMatchObject({ ok: false, code: "proof_used" });
    await expectChainHolds();
  });

  it("are all refused on a recent proof if one of them is weaker, and nothing is written", async () => {
    const person = await anna();
    const before = await everything();
    const mixed = { ...STRICTEST, "reminder-cadence": "monthly" };
    expect(await saveRecently(person, mixed)).toEqual({ ok: true, data: { saved: false } });
    expect(await saveSteppedUp(person, mixed)).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
  });

  it("are not had with a proof for one of them", async () => {
    const person = await anna();
    await stepUp(person, "weaken-settings", [3]);
    expect(await saveSteppedUp(person, WEAKEST)).toMatchObject({ ok: false, code: "proof_foreign" });
    expect(await values()).toEqual(STRICTEST);
  });

  it("are all left as they are when one of them is refused", async () => {
    const person = await anna();
    const before = await everything();
    // A password alone lets nobody publish without a second factor.
    await stepUp(person, "weaken-settings", [1, 2, 3]);
    expect(await saveSteppedUp(person, WEAKEST)).toMatchObject({ ok: false, code: "second_factor_not_proven" });
    expect(await everything()).toEqual(before);
    expect(await values()).toMatchObject(STRICTEST);
  });

  it("change only what is named and differs: nobody is mailed of the others", async () => {
    const person = await anna();
    const before = (await auditOf("setting.changed")).length;
    await stepUpWithCode(person);
    await saveSteppedUp(person, { ...STRICTEST, "unconfirmed-rule": "2" });
    expect(await values()).toMatchObject({ ...STRICTEST, "unconfirmed-rule": "2" });
    expect((await auditOf("setting.changed")).length - before).toBe(1);
  });

  it("take the password of the last 15 minutes at least, and are a Super User's", async () => {
    const person = await anna();
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await saveRecently(person, { "unconfirmed-rule": "1" })).toMatchObject({ code: "step_up_required" });
    expect(await everything()).toEqual(before);
  });

  it.each([{}, { "extra-recipients": "[]" }, { "reminder-cadence": "never" }])("are never %j", async (raw) => {
    expect(await saveRecently(await anna(), raw as Record<string, string>)).toMatchObject({ code: "invalid_input" });
  });
});

describe("the page", () => {
  it("reads all of them in one statement, and shows what each was before anybody chose", async () => {
    freezeClock("2026-11-24T12:00:00Z");
    const person = await signIn(await aSuperUser({ login: "anna" }));
    const unset = Object.fromEntries(savedNames.map((setting) => [setting, SETTINGS[setting].unset]));
    expect((await readSettings(await superUserOf(person))).settings).toEqual(unset);
    expect(await statementsOf(values)).toHaveLength(1);
  });
});
