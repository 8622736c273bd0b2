import { beforeEach, describe, expect, it } from "vitest";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { aSite, aSuperUser, aUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, rawSql, testDb, useDatabase } from "@/tests/support/database";
import { ask, unblock } from "@/tests/support/emergency";
import { BROWSER, publish, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { accessRows, auditOf } from "@/tests/support/state";

useDatabase();
const LOCKED = { ok: false, code: "sign_in_locked" };
const WRONG = { ok: false, code: "credentials_wrong" };

const attempt = (identifier: string, password: string, ip = BROWSER.ip) =>
  signInWithMatomo({ identifier, password, code: "" }, { ...BROWSER, ip });

/** The code of what came of it, answered or thrown. */
const settled = (attempted: ReturnType<typeof attempt>) =>
  attempted.then(
    (answer) => (answer.ok ? "signed in" : answer.code),
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

/** What Matomo itself has counted. */
async function failuresInMatomo(count: number, who: { ip: string; login: string | null }) {
  for (let number = 0; number < count; number++) {
    await rawRun("INSERT INTO `matomo_brute_force_log` (ip_address, attempted_at, login) VALUES (?, ?, ?)", [
      who.ip,
      plus(now(), -number * 1000),
      who.login,
    ]);
  }
}

beforeEach(() => freezeClock("2026-11-23T12:00:00Z"));

describe("an address", () => {
  it("is locked after the failures of Matomo and the portal together, and let in again an hour later", async () => {
    const anna = await aSuperUser({ login: "anna" });
    await failuresInMatomo(20, { ip: BROWSER.ip, login: null });
    expect(await attempt("anna", "wrong")).toEqual(WRONG);
    expect(await attempt("anna", anna.password)).toEqual(LOCKED);
    expect(await attempt("anna", anna.password, "198.51.100.9")).toMatchObject({ ok: true });
    advance(60 * MINUTE_MS + 1000);
    expect(await attempt("anna", anna.password)).toMatchObject({ ok: true });
  });

  it("adds no failures while it is locked, and each refusal is recorded with its reason", async () => {
    const anna = await aSuperUser({ login: "anna" });
    await failuresInMatomo(21, { ip: BROWSER.ip, login: null });
    await attempt("anna", anna.password);
    await attempt("nobody", "x");
    expect(await rawSql("SELECT login FROM `matomo_brute_force_log`")).toHaveLength(21);
    expect(await auditOf("sign-in.refused")).toMatchObject([
      { login: "anna", reason: "locked" },
      { login: null, reason: "locked" },
    ]);
    expect(await testDb().session.count()).toBe(0);
  });
});

describe("61 wrong passwords of strangers from three addresses", () => {
  it("lock a Super User out for an hour, and nobody out of a session that is open: it blocks, proves and lifts", async () => {
    const user = await aSuperUser({ login: "anna" });
    const site = await aSite();
    const anna = await signIn(user);
    await publish(anna, [site]);
    for (let guess = 0; guess < 61; guess++) await attempt("anna", "wrong", `198.51.100.${guess % 4}`);
    expect(await attempt("anna", user.password, "203.0.113.99")).toEqual(LOCKED);
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
    advance(16 * MINUTE_MS);
    expect(await attempt("anna", user.password, "203.0.113.99")).toEqual(LOCKED);
    expect(await ask.block(anna)).toMatchObject({ ok: false, code: "step_up_required" });
    await stepUp(anna, "tighten", []);
    expect(await ask.block(anna)).toMatchObject({ ok: true });
    expect(await accessRows()).toEqual([]);
    expect(await unblock(anna, [])).toMatchObject({ ok: true });
    advance(45 * MINUTE_MS);
    expect(await attempt("anna", user.password, "203.0.113.99")).toMatchObject({ ok: true });
  });
});

it("an e-mail address is locked with the login behind it", async () => {
  const anna = await aSuperUser({ login: "anna", email: "anna@people.example" });
  await failuresInMatomo(61, { ip: "192.0.2.1", login: "anna" });
  expect(await attempt("anna@people.example", anna.password)).toEqual(LOCKED);
  expect(await attempt("ANNA", anna.password)).toEqual(LOCKED);
});

it("a failure is written as Matomo writes it: address, UTC time, the resolved login", async () => {
  await aSuperUser({ login: "anna", email: "anna@people.example" });
  await aUser({ login: "viewer" });
  await attempt("anna@people.example", "wrong");
  await attempt("viewer", "secret of viewer");
  await attempt("no-such-login", "x");
  await attempt("my password, typed into the wrong field", "x");
  const rows = await rawSql("SELECT ip_address, attempted_at, login FROM `matomo_brute_force_log`");
  expect(rows.map((row) => row.login)).toEqual(["anna", "viewer", "no-such-login", null]);
  expect(rows.every((row) => row.ip_address === BROWSER.ip)).toBe(true);
  expect(String(rows[0]?.attempted_at).slice(0, 19).replace("T", " ")).toBe("2026-11-23 12:00:00");
});

it("of 60 guesses that arrive at once no more than 21 are answered; the right one among the others opens nothing", async () => {
  const anna = await aSuperUser({ login: "anna" });
  const guesses = Array.from({ length: 60 }, (_, guess) => settled(attempt("anna", `guess ${guess}`)));
  const answers = await Promise.all([...guesses, settled(attempt("anna", anna.password))]);
  const wrong = answers.filter((answer) => answer === "credentials_wrong").length;
  for (const answer of answers) expect(["credentials_wrong", "busy", "sign_in_locked"]).toContain(answer);
  for (let guess = wrong; guess < 21; guess++) expect(await attempt("anna", `guess ${guess}`)).toEqual(WRONG);
  expect(await attempt("anna", anna.password)).toEqual(LOCKED);
});

it("guesses that wait for their turn count already: of an address, and of a login from many addresses", async () => {
  await aSuperUser({ login: "anna" });
  await failuresInMatomo(20, { ip: BROWSER.ip, login: null });
  const fromOne = await Promise.all([1, 2, 3].map((guess) => settled(attempt("anna", `guess ${guess}`))));
  expect(fromOne.sort()).toEqual(["credentials_wrong", "sign_in_locked", "sign_in_locked"]);
  await failuresInMatomo(59, { ip: "192.0.2.1", login: "anna" });
  const fromMany = await Promise.all([1, 2, 3].map((host) => settled(attempt("anna", "x", `198.51.100.${host}`))));
  expect(fromMany.sort()).toEqual(["credentials_wrong", "sign_in_locked", "sign_in_locked"]);
});

it("addresses of one IPv6 /64 are one address; its neighbours are others", async () => {
  const anna = await aSuperUser({ login: "anna" });
  for (const [index, ip] of ["2001:db8:0:1::7", "2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1:0:0:0:1"].entries())
    await failuresInMatomo(7, { ip, login: `nobody${index}` });
  expect(await attempt("anna", anna.password, "2001:db8:0:1:5::")).toEqual(LOCKED);
  expect(await attempt("anna", anna.password, "2001:db8:0:2:5::")).toMatchObject({ ok: true });
});

it("an attempt that could not be judged is counted, and written down once the database takes it", async () => {
  await aSuperUser({ login: "anna" });
  await rawRun("ALTER TABLE `matomo_brute_force_log` RENAME TO `matomo_brute_force_log_away`");
  const answer = await settled(attempt("anna", "wrong"));
  await rawRun("ALTER TABLE `matomo_brute_force_log_away` RENAME TO `matomo_brute_force_log`");
  await writeCountedRefusals();
  expect(await auditOf("sign-in.refused")).toEqual([{ type: "sign-in.refused", login: "anna", reason: answer }]);
});
