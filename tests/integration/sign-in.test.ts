import { createHash } from "node:crypto";
import { hash as argon2 } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import { recheckSuperUser } from "@/lib/auth/session";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { HOUR_MS, MINUTE_MS, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { aPendingInvite, aSuperUser, aUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { hasInvites, rawRun, rawSql, testDb, useDatabase } from "@/tests/support/database";
import { BROWSER, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { auditOf, expectChainHolds } from "@/tests/support/state";

useDatabase();

const attempt = (identifier: string, password: string, code = "") =>
  signInWithMatomo({ identifier, password, code }, BROWSER);
const WRONG = { ok: false, code: "credentials_wrong" };
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

describe("a Super User signs in", () => {
  it("with the login in any spelling that Matomo takes, or with the e-mail address", async () => {
    const anna = await aSuperUser({ login: "anna", email: "anna@people.example" });
    for (const identifier of ["anna", "ANNA", "anna@people.example"]) {
      expect(await attempt(identifier, anna.password)).toMatchObject({ login: "anna" });
    }
    expect(await auditOf("sign-in.succeeded")).toHaveLength(3);
    await expectChainHolds();
  });

  it.each([
    ["argon2i", 1],
    ["argon2id", 2],
  ])("whose password is kept as %s", async (_, algorithm) => {
    const passwordHash = await argon2(md5("correct horse"), {
      algorithm,
      memoryCost: 1024,
      timeCost: 1,
      parallelism: 1,
    });
    await aSuperUser({ login: "anna", passwordHash });
    expect(await attempt("anna", "correct horse")).toMatchObject({ login: "anna" });
    expect(await attempt("anna", "correct hors")).toEqual(WRONG);
  });

  it.each([["trailing space "], ["Ünïcödé 🔑"], ["x".repeat(200)], ["&<>\"'"]])(
    "with exactly the password %j",
    async (password) => {
      await aSuperUser({ login: "anna", password });
      expect(await attempt("anna", password)).toMatchObject({ login: "anna" });
      expect(await attempt("anna", `${password} `)).toEqual(WRONG);
    },
  );

  it("whose login is another's e-mail address: the login wins", async () => {
    await aSuperUser({ login: "a@people.example", email: "first@people.example", password: "first pass" });
    await aSuperUser({ login: "second", email: "a@people.example", password: "second pass" });
    expect(await attempt("a@people.example", "first pass")).toMatchObject({ login: "a@people.example" });
    expect(await attempt("a@people.example", "second pass")).toEqual(WRONG);
  });
});

describe("one and the same answer", () => {
  it("for a wrong password, an unknown login, an ordinary user, anonymous and a raw md5", async () => {
    await aSuperUser({ login: "anna" });
    await aUser({ login: "viewer" });
    await aSuperUser({ login: "old", passwordHash: md5("secret of old") });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anonymous'");
    const refused = await Promise.all([
      attempt("anna", "wrong"),
      attempt("nobody", "secret of anna"),
      attempt("viewer", "secret of viewer"),
      attempt("anonymous", ""),
      attempt("Anonymous", "anonymous"),
      attempt("old", "secret of old"),
      attempt("old", md5("secret of old")),
      attempt("", ""),
      attempt("🔑", "secret of anna"),
    ]);
    expect(refused).toEqual(refused.map(() => WRONG));
    expect(await testDb().session.count()).toBe(0);
  });

  it.runIf(hasInvites)("for a pending invitation, Super User flag or not", async () => {
    const invite = await aPendingInvite({ login: "invited", superUser: true });
    expect(await attempt(invite.login, "")).toEqual(WRONG);
    expect(await attempt(invite.email, invite.password)).toEqual(WRONG);
  });

  it("is recorded with its true reason; what was typed for an unknown login is not", async () => {
    await aUser({ login: "viewer" });
    await attempt("hunter2-typed-into-the-wrong-field", "x");
    await attempt("viewer", "secret of viewer");
    await attempt("viewer", "wrong");
    expect(await auditOf("sign-in.refused")).toEqual([
      { type: "sign-in.refused", login: null, reason: "unknown login" },
      { type: "sign-in.refused", login: "viewer", reason: "not a Super User" },
      { type: "sign-in.refused", login: "viewer", reason: "wrong password" },
    ]);
  });
});

describe("a Super User with a second factor", () => {
  // The secret and a moment of RFC 6238's own examples: the code then is 081804.
  const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const MOMENT = "2005-03-18T01:58:29Z";

  it("is asked for a code after the right password, and only then; no session before it", async () => {
    freezeClock(MOMENT);
    const anna = await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    expect(await attempt("anna", "wrong")).toEqual(WRONG);
    expect(await attempt("anna", "wrong", "081804")).toEqual(WRONG);
    expect(await attempt("anna", anna.password)).toEqual({ ok: false, code: "second_factor_required" });
    expect(await testDb().session.count()).toBe(0);
    expect(await attempt("anna", anna.password, "081804")).toMatchObject({ ok: true });
    expect(await auditOf("sign-in.code-asked")).toHaveLength(1);
    expect(await auditOf("sign-in.succeeded")).toMatchObject([{ method: "password-and-code" }]);
  });

  it("is refused with a wrong code and with one used before; both are recorded and counted in Matomo", async () => {
    freezeClock(MOMENT);
    const anna = await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const refused = { ok: false, code: "second_factor_wrong" };
    expect(await attempt("anna", anna.password, "000000")).toEqual(refused);
    expect(await attempt("anna", anna.password, "081804")).toMatchObject({ ok: true });
    expect(await attempt("anna", anna.password, "081804")).toEqual(refused);
    expect(await auditOf("sign-in.refused")).toMatchObject([{ reason: "code wrong" }, { reason: "code used" }]);
    expect(await rawSql("SELECT login, ip_address FROM `matomo_brute_force_log`")).toEqual([
      { login: "anna", ip_address: BROWSER.ip },
      { login: "anna", ip_address: BROWSER.ip },
    ]);
  });

  it("needs another code for each step-up than for the sign-in", async () => {
    freezeClock(MOMENT);
    const anna = await signIn(await aSuperUser({ login: "anna", twofactorSecret: SECRET }), "081804");
    await expect(stepUp(anna, "grant", [1], "081804")).rejects.toThrow("second_factor_wrong");
    await expect(stepUp(anna, "grant", [1])).rejects.toThrow("second_factor_required");
    expect(await testDb().proof.count()).toBe(0);
    // the step before is a neighbour: still good, and not used
    await stepUp(anna, "grant", [1], "731029");
    expect(await testDb().proof.findMany()).toMatchObject([{ method: "password-and-code" }]);
  });
});

describe("a session", () => {
  it("is known to the database by its hash alone", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const [row] = await testDb().session.findMany();
    expect(row?.ref).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(anna.context.sessionId ?? "-");
  });

  it("ends after 12 hours however busy, and a step-up does not make it longer", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    for (let quarter = 1; quarter < 4 * 12; quarter++) {
      advance(HOUR_MS / 4);
      await superUserOf(anna);
    }
    await stepUp(anna, "grant", [1]);
    advance(HOUR_MS / 4 - 1);
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
    advance(1);
    await expect(superUserOf(anna)).rejects.toMatchObject({ code: "session_ended" });
  });

  it("ends after 30 minutes without a request, also in the transaction that would write", async () => {
    freezeClock("2026-11-23T12:00:00Z");
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    advance(30 * MINUTE_MS - 1);
    const superUser = await superUserOf(anna);
    advance(30 * MINUTE_MS - 1);
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
    advance(30 * MINUTE_MS);
    await expect(inTransaction((tx) => recheckSuperUser(tx, superUser, now()))).rejects.toMatchObject({
      code: "session_ended",
    });
    await expect(superUserOf(anna)).rejects.toMatchObject({ code: "session_ended" });
  });

  it("ends when the same browser signs in again, and no other one does", async () => {
    const user = await aSuperUser({ login: "anna" });
    const [anna, elsewhere] = [await signIn(user), await signIn(user)];
    const typed = { identifier: "anna", password: user.password, code: "" };
    expect(await signInWithMatomo(typed, BROWSER, anna.context.sessionId)).toMatchObject({ ok: true });
    await expect(superUserOf(anna)).rejects.toMatchObject({ code: "session_ended" });
    await expect(superUserOf(elsewhere)).resolves.toMatchObject({ login: "anna" });
  });

  it("gets a new id at each step-up, and the old one is dead", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const old = { ...anna, context: anna.context };
    await stepUp(anna, "grant", [1]);
    expect(anna.context.sessionId).not.toBe(old.context.sessionId);
    await expect(superUserOf(old)).rejects.toMatchObject({ code: "session_ended" });
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
  });

  it.each([["unknown"], [""], [null]])("with the id %j is nobody's", async (sessionId) => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    anna.context = { ...anna.context, sessionId };
    await expect(superUserOf(anna)).rejects.toMatchObject({ code: "session_ended" });
  });
});

describe("a step-up", () => {
  it("with a wrong password gives nothing, is recorded, and leaves the session as it was", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const superUser = await superUserOf(anna);
    const command = { password: "wrong", code: "", action: "grant", siteIds: [1] } as const;
    expect(await stepUpWithMatomo(superUser, command)).toEqual(WRONG);
    expect(await testDb().proof.count()).toBe(0);
    expect(await auditOf("step-up.refused")).toMatchObject([{ action: "grant", reason: "wrong password" }]);
    await expect(superUserOf(anna)).resolves.toMatchObject({ login: "anna" });
  });

  it("keeps neither password nor proof id in the database", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await stepUp(anna, "grant", [1]);
    const stored = JSON.stringify(
      [await testDb().proof.findMany(), await testDb().auditEvent.findMany()],
      (_, value) => (typeof value === "bigint" ? value.toString() : value),
    );
    expect(stored).not.toContain(anna.user.password);
    expect(stored).not.toContain(anna.context.proofId ?? "-");
  });
});
