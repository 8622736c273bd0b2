import { beforeEach, describe, expect, it } from "vitest";
import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { MINUTE_MS } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawSql, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, publish, type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { auditOf, expectChainHolds, mailFacts, mails } from "@/tests/support/state";

useDatabase();
const NOON = "2026-11-23T12:00:00Z";
const WRONG = { ok: false, code: "credentials_wrong" };
const LOCKED = { ok: false, code: "step_up_locked" };

async function confirm(person: SignedIn, password: string) {
  const command = { password, code: "", action: "grant", siteIds: [1] } as const;
  return stepUpWithMatomo(await superUserOf(person), command);
}

async function confirmWronglyTimes(person: SignedIn, times: number) {
  for (let time = 0; time < times; time++) expect(await confirm(person, `guess ${time}`)).toEqual(WRONG);
}

beforeEach(() => freezeClock(NOON));

describe("the fifth wrong password of a step-up within 15 minutes", () => {
  it("locks the step-up for 15 minutes, also with the right password and in every other session of this person", async () => {
    const user = await aSuperUser({ login: "anna" });
    const [anna, elsewhere] = [await signIn(user), await signIn(user)];
    await confirmWronglyTimes(anna, 5);
    expect(await confirm(anna, user.password)).toEqual(LOCKED);
    expect(await confirm(elsewhere, user.password)).toEqual(LOCKED);
    expect(await testDb().proof.count()).toBe(0);
    advance(15 * MINUTE_MS - 1);
    expect(await confirm(elsewhere, user.password)).toEqual(LOCKED);
    advance(1);
    expect(await confirm(elsewhere, user.password)).toMatchObject({ ok: true });
    await expectChainHolds();
  });

  it("locks neither the sign-in, nor the session, nor anybody else", async () => {
    const user = await aSuperUser({ login: "anna" });
    const anna = await signIn(user);
    const jonas = await signIn(await aSuperUser({ login: "jonas" }));
    await confirmWronglyTimes(anna, 5);
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
    const typed = { identifier: "anna", password: user.password, code: "" };
    expect(await signInWithMatomo(typed, BROWSER)).toMatchObject({ ok: true });
    await expect(stepUp(jonas, "grant", [1])).resolves.toBeUndefined();
  });

  it("is recorded and mailed to the person concerned alone, once", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna", email: "anna@people.example" }));
    await aSuperUser({ login: "jonas" });
    await confirmWronglyTimes(anna, 5);
    await confirm(anna, "and again");
    expect(await auditOf("step-up.refused")).toHaveLength(5);
    expect(await auditOf("step-up.locked")).toEqual([
      { type: "step-up.locked", wrong: 5, until: "2026-11-23T12:15:00.000Z" },
    ]);
    expect(await auditOf("action.refused")).toMatchObject([{ action: "step-up", code: "step_up_locked" }]);
    expect(await mails()).toMatchObject([{ kind: "step-up-locked", to: "anna@people.example", logins: ["anna"] }]);
    expect(await mailFacts("step-up-locked")).toMatchObject([{ actor: { login: "anna", ip: BROWSER.ip }, wrong: 5 }]);
  });

  it("is recorded for a person without a usable address too", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna", email: "anna@example.org" }));
    await confirmWronglyTimes(anna, 5);
    expect(await auditOf("step-up.locked")).toHaveLength(1);
    expect(await mails()).toEqual([]);
  });
});

it("four wrong ones lock nothing, and five spread over more than 15 minutes neither", async () => {
  const user = await aSuperUser({ login: "anna" });
  const anna = await signIn(user);
  await confirmWronglyTimes(anna, 4);
  advance(15 * MINUTE_MS);
  await confirmWronglyTimes(anna, 4);
  expect(await confirm(anna, user.password)).toMatchObject({ ok: true });
});

it("of guesses that arrive 40 at once no more than five are answered, and none is unseen", async () => {
  const user = await aSuperUser({ login: "anna" });
  const anna = await signIn(user);
  const codes: string[] = [];
  const guess = (number: number) =>
    confirm(anna, `guess ${number}`).then(
      (answer) => codes.push(answer.ok ? "ok" : answer.code),
      (error: unknown) => codes.push(error instanceof AppError ? error.code : String(error)),
    );
  for (let wave = 0; wave < 3; wave++) await Promise.all(Array.from({ length: 40 }, (_, number) => guess(number)));
  const times = (code: string) => codes.filter((one) => one === code).length;
  expect(times("credentials_wrong")).toBe(5);
  expect(times("step_up_locked") + times("busy")).toBe(115);
  await writeCountedRefusals();
  const refused = await auditOf("action.refused");
  const counted = (await auditOf("refusals.counted")).reduce((sum, event) => sum + Number(event.times), 0);
  expect(refused.length + counted).toBe(115);
});

it("wrong passwords of a step-up count in Matomo's own log", async () => {
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  await confirmWronglyTimes(anna, 2);
  expect(await rawSql("SELECT login, ip_address FROM `matomo_brute_force_log`")).toHaveLength(2);
});

it("what was proven before the lock still tightens and publishes", async () => {
  const anna = await signIn(await aSuperUser({ login: "anna" }));
  await expect(publish(anna, [404])).resolves.toMatchObject({ ok: false, code: "unknown_sites" });
  await confirmWronglyTimes(anna, 5);
  await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
});
