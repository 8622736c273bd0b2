import { isDeepStrictEqual } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { ALONE, writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { replaceBadSettings } from "@/lib/platform/env";
import { aSuperUser, type TestUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawSql, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, signIn } from "@/tests/support/people";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();

// The secret and a moment of RFC 6238's own examples: the code then is 081804.
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const MOMENT = "2005-03-18T01:58:29Z";
const LOCKED = { ok: false, code: "sign_in_locked" };
const STRANGER = { ...BROWSER, ip: "198.51.100.66" };

let anna: TestUser;
beforeEach(async () => {
  freezeClock(MOMENT);
  anna = await aSuperUser({ login: "anna", email: "anna@people.example", twofactorSecret: SECRET });
});

const attempt = (code = "", request = STRANGER) =>
  signInWithMatomo({ identifier: "anna", password: anna.password, code }, request);
async function times(count: number, code = "", request = STRANGER) {
  for (let time = 0; time < count; time++) await attempt(code, request);
}
const failures = async () => (await rawSql("SELECT login FROM `matomo_brute_force_log`")).length;

describe("the right password without a code", () => {
  it("is no failure three times, and one from then on, here and in Matomo; it still asks for the code", async () => {
    await times(3);
    expect(await auditOf("sign-in.code-asked")).toHaveLength(3);
    expect(await failures()).toBe(0);
    expect(await attempt()).toEqual({ ok: false, code: "second_factor_required" });
    expect(await auditOf("sign-in.code-asked")).toHaveLength(3);
    expect(await auditOf("sign-in.refused")).toEqual([
      { type: "sign-in.refused", login: "anna", reason: "code missing" },
    ]);
    expect(await failures()).toBe(1);
    await expectChainHolds();
  });

  it("60 at once are few events, and end in Matomo's own lock of the address", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => attempt()));
    const locked = answers.filter(
      ({ status, ...answer }) => "value" in answer && isDeepStrictEqual(answer.value, LOCKED),
    );
    expect(locked.length).toBeGreaterThan(30);
    await writeCountedRefusals();
    expect(await testDb().auditEvent.count()).toBeLessThan(3 + 10 + ALONE.visitor + 5);
    expect(await mails("password-known")).toHaveLength(1);
  });

  it("starts afresh once this person has signed in, and after an hour", async () => {
    await times(3, "", BROWSER);
    await signIn(anna, "081804");
    await times(3, "", BROWSER);
    expect(await failures()).toBe(0);
    advance(HOUR_MS);
    await times(3, "", BROWSER);
    expect(await failures()).toBe(0);
  });

  it("is mailed to this person alone the third time, from addresses they never signed in from", async () => {
    await aSuperUser({ login: "jonas" });
    await times(2);
    expect(await mails()).toEqual([]);
    await attempt("", { ...STRANGER, ip: "198.51.100.67" });
    expect(await mails()).toMatchObject([{ kind: "password-known", to: "anna@people.example", logins: ["anna"] }]);
    expect(await mailFacts("password-known")).toMatchObject([
      { actor: { login: "anna", ip: "198.51.100.67" }, because: "no-code", times: 3 },
    ]);
    expect(await auditOf("sign-in.password-known")).toEqual([
      { type: "sign-in.password-known", login: "anna", because: "no-code", times: 3 },
    ]);
    expect(await testDb().auditEvent.findMany({ where: { type: "sign-in.password-known" } })).toMatchObject([
      { actorType: "visitor", actorName: "" },
    ]);
  });

  it("is mailed to nobody from an address this person has signed in from", async () => {
    await signIn(anna, "081804");
    await times(6, "", BROWSER);
    expect(await mails()).toEqual([]);
  });
});

it("where no address is kept, every one is unknown: the right password without a code is mailed the third time", async () => {
  replaceBadSettings({ ...process.env, ORIGIN_RETENTION_DAYS: "0" });
  try {
    await signIn(anna, "081804");
    await times(3, "", BROWSER);
    expect(await testDb().auditOrigin.count()).toBe(0);
    expect(await mails("password-known")).toHaveLength(1);
  } finally {
    replaceBadSettings();
  }
});

describe("wrong codes after the right password", () => {
  it("are mailed to this person the fifth time within an hour, from wherever", async () => {
    await signIn(anna, "081804");
    await times(4, "000000", BROWSER);
    expect(await mails()).toEqual([]);
    await times(1, "000000", BROWSER);
    expect(await mailFacts("password-known")).toMatchObject([{ because: "wrong-codes", times: 5 }]);
    expect(await failures()).toBe(5);
  });

  it("are none of a person who then signs in", async () => {
    await times(4, "000000", BROWSER);
    await signIn(anna, "081804");
    await times(4, "000000", BROWSER);
    expect(await mails()).toEqual([]);
  });

  it("are mailed though a flood of wrong passwords has used up what is recorded", async () => {
    for (let ip = 0; ip < 3; ip++) {
      for (let time = 0; time < 8; time++) {
        const typed = { identifier: "anna", password: "wrong", code: "" };
        await signInWithMatomo(typed, { ...STRANGER, ip: `198.51.100.${ip}` });
      }
    }
    await times(5, "000000");
    expect(await mails("password-known")).toHaveLength(1);
  });
});

it("whoever has the password cannot fill the mailbox: one mail in 12 hours", async () => {
  for (let hour = 0; hour < 12; hour++) {
    await times(5);
    await times(6, "000000");
    advance(HOUR_MS);
  }
  expect(await mails("password-known")).toHaveLength(1);
  advance(MINUTE_MS);
  await times(3);
  expect(await mails("password-known")).toHaveLength(2);
  advance(SECOND_MS);
  await expectChainHolds();
});

it("nobody without a second factor is concerned", async () => {
  const jonas = await aSuperUser({ login: "jonas" });
  for (let time = 0; time < 4; time++) {
    const typed = { identifier: "jonas", password: jonas.password, code: "" };
    expect(await signInWithMatomo(typed, STRANGER)).toMatchObject({ ok: true });
  }
  expect(await mails()).toEqual([]);
  expect(await failures()).toBe(0);
});
