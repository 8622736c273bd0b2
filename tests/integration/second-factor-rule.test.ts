import { describe, expect, it } from "vitest";
import { type ProofMethod, proofMethods, type StepUpAction } from "@/lib/auth/schema";
import { issueProof } from "@/lib/auth/step-up";
import { readConsequences } from "@/lib/domain/public-access/consequences";
import { readSettings } from "@/lib/domain/settings/queries";
import { readSetting } from "@/lib/ledger/settings/store";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { askToPublish, makePrivate, type SignedIn, signIn, superUserOf } from "@/tests/support/people";
import { saveRecently, saveSteppedUp } from "@/tests/support/save-settings";
import { accessRows, auditOf, everything, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-24T12:00:00Z";
const demand = (person: SignedIn) => saveRecently(person, { "second-factor": "required" });
const waive = (person: SignedIn) => saveSteppedUp(person, { "second-factor": "optional" });
const choice = () => readSetting(testDb(), "second-factor");

/** Anna, signed in with her password alone; Jonas is a Super User too. */
async function annaAndJonas() {
  freezeClock(NOON);
  await aSuperUser({ login: "jonas" });
  return signIn(await aSuperUser({ login: "anna" }));
}

/** A proof as a step-up by that method writes it. */
async function prove(person: SignedIn, method: ProofMethod, action: StepUpAction, siteIds: readonly number[] = []) {
  const { login, origin } = await superUserOf(person);
  const proof = { login, sessionRef: origin.sessionRef, action, siteIds, method, at: now() };
  person.context = { ...person.context, proofId: await inTransaction((tx) => issueProof(tx, proof)) };
}

async function publishWith(person: SignedIn, method: ProofMethod, id: number) {
  await prove(person, method, "grant", [id]);
  return askToPublish(person, [id]);
}

async function matomoDemands(value: string, userLogin = "") {
  await rawRun(
    "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, user_login) VALUES ('TwoFactorAuth', 'twoFactorAuthRequired', ?, ?)",
    [value, userLogin],
  );
}

const TWO_FACTORS = proofMethods.filter((method) => /-and-/.test(method));
const ONE_FACTOR = proofMethods.filter((method) => !/-and-/.test(method));

describe("while publishing needs a second factor", () => {
  it.each(ONE_FACTOR)("a proof by %s publishes nothing: no row, no publication, no mail (S4)", async (method) => {
    const anna = await annaAndJonas();
    const id = await aSite();
    await demand(anna);
    const before = await everything();
    expect(await publishWith(anna, method, id)).toMatchObject({ ok: false, code: "second_factor_missing" });
    expect(await everything()).toEqual(before);
    expect(await accessRows()).toEqual([]);
    expect(await auditOf("action.refused")).toMatchObject([{ action: "grant", code: "second_factor_missing" }]);
  });

  it.each(TWO_FACTORS)("a proof by %s publishes", async (method) => {
    const anna = await annaAndJonas();
    const id = await aSite();
    await demand(anna);
    expect(await publishWith(anna, method, id)).toMatchObject({ ok: true, data: { grantedCount: 1 } });
    expect(await accessRows()).toEqual([[id, "anonymous", "view"]]);
  });

  it("the password alone still makes private", async () => {
    const anna = await annaAndJonas();
    const id = await aSite();
    await anonymousAccess(id);
    await demand(anna);
    expect(await makePrivate(anna, [id])).toMatchObject({ ok: true, data: { revokedCount: 1 } });
    expect(await accessRows()).toEqual([]);
  });

  it("a proof that names no method counts as a password alone", async () => {
    const anna = await annaAndJonas();
    const id = await aSite();
    await demand(anna);
    await prove(anna, "password-and-code", "grant", [id]);
    await rawRun("UPDATE portal_proof SET method = 'something new'");
    expect(await askToPublish(anna, [id])).toMatchObject({ ok: false, code: "second_factor_missing" });
  });
});

describe("without the rule", () => {
  it.each(proofMethods)("a proof by %s publishes", async (method) => {
    const anna = await annaAndJonas();
    const id = await aSite();
    expect(await publishWith(anna, method, id)).toMatchObject({ ok: true });
  });
});

describe("Matomo's own demand of a second factor", () => {
  it("brings the rule into force, whatever the portal's own says", async () => {
    const anna = await annaAndJonas();
    const id = await aSite();
    await matomoDemands("1");
    expect(await publishWith(anna, "password", id)).toMatchObject({ ok: false, code: "second_factor_missing" });
    expect(await publishWith(anna, "password-and-code", id)).toMatchObject({ ok: true });
  });

  it.each([
    ["0", ""],
    ["", ""],
    ["1", "jonas"],
  ])("is none when the setting is %j of user %j", async (value, login) => {
    const anna = await annaAndJonas();
    await matomoDemands(value, login);
    expect(await publishWith(anna, "password", await aSite())).toMatchObject({ ok: true });
  });

  it("cannot be waived in the portal: that is refused, and nothing is written", async () => {
    const anna = await annaAndJonas();
    await demand(anna);
    await matomoDemands("1");
    const before = await everything();
    await prove(anna, "password-and-code", "weaken-settings", [1]);
    expect(await waive(anna)).toMatchObject({ ok: false, code: "second_factor_demanded" });
    expect(await everything()).toEqual(before);
  });
});

describe("bringing the rule in", () => {
  it("takes the password of the last 15 minutes; it is recorded and alerted to every Super User (S47)", async () => {
    const anna = await annaAndJonas();
    expect(await choice()).toBe("optional");
    expect(await demand(anna)).toEqual({ ok: true, data: { saved: true } });
    expect(await choice()).toBe("required");
    expect(await auditOf("setting.changed")).toEqual([
      { type: "setting.changed", setting: "second-factor", from: "optional", to: "required" },
    ]);
    expect((await mails("setting-changed")).map((mail) => mail.logins)).toEqual([["anna"], ["jonas"]]);
    expect(await mailFacts("setting-changed")).toMatchObject([
      { setting: "second-factor", from: "optional", to: "required", actor: { login: "anna", ip: "203.0.113.7" } },
    ]);
    await expectChainHolds();
  });

  it("is refused without it, and nothing is written", async () => {
    const anna = await annaAndJonas();
    advance(15 * MINUTE_MS + 1);
    const before = await everything();
    expect(await demand(anna)).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await everything()).toEqual(before);
  });

  it("twice changes nothing the second time, and mails nobody", async () => {
    const anna = await annaAndJonas();
    await demand(anna);
    const before = await everything();
    expect(await demand(anna)).toEqual({ ok: true, data: { saved: true } });
    expect(await everything()).toEqual(before);
    expect(await auditOf("setting.changed")).toHaveLength(1);
  });

  it("leaves nothing behind when a part of it fails", async () => {
    const anna = await annaAndJonas();
    const before = await everything();
    await rawRun("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
    const result = await demand(anna).finally(() => rawRun("ALTER TABLE portal_outbox_away RENAME TO portal_outbox"));
    expect(result).toMatchObject({ ok: false });
    expect(await everything()).toEqual(before);
    expect(await auditOf("setting.changed")).toEqual([]);
  });

  it("is for Super Users of this moment", async () => {
    const anna = await annaAndJonas();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await demand(anna)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await choice()).toBe("optional");
  });
});

describe("taking the rule away", () => {
  const ruled = async () => {
    const anna = await annaAndJonas();
    await demand(anna);
    return anna;
  };

  it.each(TWO_FACTORS)("takes a fresh proof by %s; it is recorded and alerted to every Super User", async (method) => {
    const anna = await ruled();
    await prove(anna, method, "weaken-settings", [1]);
    expect(await waive(anna)).toEqual({ ok: true, data: { saved: true } });
    expect(await choice()).toBe("optional");
    expect((await auditOf("setting.changed")).at(-1)).toMatchObject({ from: "required", to: "optional" });
    expect(await mails("setting-changed")).toHaveLength(4);
    await expectChainHolds();
  });

  it.each(ONE_FACTOR)("is refused with %s alone: a rule that a password takes away is none", async (method) => {
    const anna = await ruled();
    const before = await everything();
    await prove(anna, method, "weaken-settings", [1]);
    expect(await waive(anna)).toMatchObject({ ok: false, code: "second_factor_not_proven" });
    expect(await everything()).toEqual(before);
  });

  it.each(["grant", "tighten", "set-extra-recipients"] as const)(
    "is refused with a proof for %s, and with none, and nothing is written",
    async (action) => {
      const anna = await ruled();
      const before = await everything();
      expect(await waive(anna)).toMatchObject({ ok: false, code: "step_up_required" });
      await prove(anna, "password-and-code", action);
      expect(await waive(anna)).toMatchObject({ ok: false, code: "proof_foreign" });
      expect(await everything()).toEqual(before);
    },
  );

  it("is refused to somebody who is no Super User any more", async () => {
    const anna = await ruled();
    await prove(anna, "password-and-code", "weaken-settings", [1]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await waive(anna)).toMatchObject({ ok: false, code: "session_ended" });
    expect(await choice()).toBe("required");
  });
});

describe("what the pages say of it", () => {
  it("is the rule in force, and whether the person who looks proves two factors (S4)", async () => {
    const anna = await annaAndJonas();
    const consequences = async () => (await readConsequences(await superUserOf(anna))).secondFactor;
    expect(await consequences()).toEqual({ required: false, yours: false });
    await demand(anna);
    expect(await consequences()).toEqual({ required: true, yours: false });
    await rawRun("UPDATE portal_session SET method = 'single-sign-on-and-second-factor'");
    expect(await consequences()).toEqual({ required: true, yours: true });
  });

  it("names who has a second factor, and who has no password in Matomo", async () => {
    const anna = await annaAndJonas();
    await aSuperUser({ login: "samira", twofactorSecret: "JBSWY3DPEHPK3PXP" });
    await aSuperUser({ login: "Ldap.User" });
    await rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES ('ldap.user_isLDAPUser', '1')");
    await matomoDemands("1");
    const { withoutSecondFactor, withoutPassword, secondFactor, settings } = await readSettings(
      await superUserOf(anna),
    );
    expect(secondFactor).toEqual({ demandedByMatomo: true, yours: false });
    expect(settings["second-factor"]).toBe("optional");
    expect(withoutSecondFactor).toEqual(["anna", "jonas", "Ldap.User"]);
    expect(withoutPassword).toEqual(["Ldap.User"]);
  });
});
