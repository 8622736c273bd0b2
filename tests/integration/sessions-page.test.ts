import { describe, expect, it } from "vitest";
import { runWithRecentAuth } from "@/lib/auth/command";
import { SESSION_IDLE_MS, SESSION_MAX_AGE_MS } from "@/lib/auth/schema";
import { sessionRef } from "@/lib/auth/session";
import { endSessionsCommand } from "@/lib/domain/sessions/commands";
import { listOwnSessions } from "@/lib/domain/sessions/queries";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";
import { anonymousAccess, aSite, aSuperUser, matomoPasswordHash } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { makePrivate, type SignedIn, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { auditOf, everything, expectChainHolds, originsOf } from "@/tests/support/state";

useDatabase();

const NOON = "2026-11-24T12:00:00Z";
const refOf = ({ context }: SignedIn) => sessionRef(context.sessionId ?? "");
const end = (person: SignedIn, input: unknown) => runWithRecentAuth(endSessionsCommand, person.context, input);
const endOne = (person: SignedIn, other: SignedIn) => end(person, { scope: "one", ref: refOf(other) });
const list = async (person: SignedIn) => (await listOwnSessions(await superUserOf(person))).sessions;
const isAlive = (person: SignedIn) =>
  superUserOf(person).then(
    () => true,
    () => false,
  );

/** Anna on three machines, a minute apart, and Jonas on one. */
async function annaThriceAndJonas() {
  freezeClock(NOON);
  const user = await aSuperUser({ login: "anna" });
  const stolen = await signIn(user);
  advance(MINUTE_MS);
  const phone = await signIn(user);
  advance(MINUTE_MS);
  const anna = await signIn(user);
  const jonas = await signIn(await aSuperUser({ login: "jonas" }));
  return { anna, phone, stolen, jonas };
}

describe("the list of one's own sessions", () => {
  it("shows browser, address, since when, last seen and how, the one last seen first, and nobody else's (S16)", async () => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    // Not told apart by their credentials either.
    const { credentialsStamp } = await testDb().session.findUniqueOrThrow({ where: { ref: refOf(anna) } });
    await rawRun("UPDATE portal_session SET credentials_stamp = ? WHERE ref = ?", [credentialsStamp, refOf(jonas)]);
    const sessions = await list(anna);
    expect(sessions.map((session) => session.ref)).toEqual([refOf(anna), refOf(phone), refOf(stolen)]);
    expect(sessions[0]).toEqual({
      ref: refOf(anna),
      browser: "Firefox 145 on Linux",
      ip: "203.0.113.7",
      createdAt: "2026-11-24T12:02:00.000Z",
      lastSeenAt: "2026-11-24T12:02:00.000Z",
      method: "password",
      isThis: true,
    });
    expect(sessions.map((session) => session.isThis)).toEqual([true, false, false]);
  });

  it("keeps the moment of signing in, though a step-up gave the session a new id", async () => {
    const { anna } = await annaThriceAndJonas();
    advance(5 * MINUTE_MS);
    await stepUp(anna, "tighten", []);
    const [first, ...others] = await list(anna);
    expect(first).toMatchObject({ ref: refOf(anna), isThis: true, createdAt: "2026-11-24T12:02:00.000Z" });
    expect(others).toHaveLength(2);
  });

  it("leaves out what is idle for 30 minutes, has ended or expired", async () => {
    const { anna, phone } = await annaThriceAndJonas();
    advance(SESSION_IDLE_MS - 2 * MINUTE_MS - 1);
    expect(await list(anna)).toHaveLength(3);
    advance(1);
    expect((await list(anna)).map((session) => session.ref)).toEqual([refOf(anna), refOf(phone)]);
    await endOne(anna, phone);
    await stepUp(anna, "tighten", []);
    await endOne(anna, phone);
    expect(await list(anna)).toHaveLength(1);
  });

  it("leaves out what has passed its 12 hours, however busy it is", async () => {
    const { anna, stolen } = await annaThriceAndJonas();
    for (let passed = 0; passed < SESSION_MAX_AGE_MS - HOUR_MS / 4; passed += HOUR_MS / 4) {
      advance(HOUR_MS / 4);
      await superUserOf(stolen);
      await superUserOf(anna);
    }
    const refs = async () => (await list(anna)).map((session) => session.ref);
    expect(await refs()).toContain(refOf(stolen));
    advance(13 * MINUTE_MS);
    expect(await refs()).not.toContain(refOf(stolen));
  });

  it("leaves out what a new password in Matomo has closed already", async () => {
    const { anna } = await annaThriceAndJonas();
    const hash = matomoPasswordHash("a new one");
    await rawRun("UPDATE `matomo_user` SET password = ? WHERE login = 'anna'", [hash]);
    const again = await signIn({ ...anna.user, password: "a new one" });
    expect((await list(again)).map((session) => session.ref)).toEqual([refOf(again)]);
  });
});

describe("ending sessions", () => {
  it("ends the one that is named, at its next request, and is recorded", async () => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    expect(await endOne(anna, stolen)).toEqual({ ok: true, data: { count: 1 } });
    expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([true, true, false, true]);
    expect(await auditOf("session.ended")).toEqual([{ type: "session.ended", scope: "one", count: 1 }]);
    const [event] = await testDb().auditEvent.findMany({ where: { type: "session.ended" } });
    expect(event).toMatchObject({ actorType: "superUser", actorName: "anna" });
    expect(await originsOf("session.ended")).toMatchObject([{ sessionRef: refOf(anna) }]);
    await expectChainHolds();
  });

  it("leaves an ended session nothing to act with, not even to make private", async () => {
    const { anna, stolen } = await annaThriceAndJonas();
    const id = await aSite();
    await anonymousAccess(id);
    await endOne(anna, stolen);
    const before = await everything();
    expect(await makePrivate(stolen, [id])).toMatchObject({ ok: false, code: "session_ended" });
    expect(await end(stolen, { scope: "everybody" })).toMatchObject({ ok: false, code: "session_ended" });
    expect(await everything()).toEqual(before);
  });

  it("of somebody else by their reference is refused, and nothing ends", async () => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    expect(await endOne(anna, jonas)).toMatchObject({ ok: false, code: "session_not_open" });
    expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([true, true, true, true]);
    expect(await auditOf("session.ended")).toEqual([]);
    expect(await auditOf("action.refused")).toMatchObject([{ action: "end-sessions", code: "session_not_open" }]);
  });

  it.each([
    { scope: "one" },
    { scope: "one", ref: "%" },
    { scope: "one", ref: { not: "" } },
    { scope: "all" },
    { ref: "a".repeat(64) },
    {},
    null,
  ])("with an input like %j is refused, and nothing ends", async (input) => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    expect(await end(anna, input)).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([true, true, true, true]);
  });

  it("ends all one's others, and neither this one nor anybody else's", async () => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    expect(await end(anna, { scope: "others" })).toEqual({ ok: true, data: { count: 2 } });
    expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([true, false, false, true]);
    expect(await auditOf("session.ended")).toEqual([{ type: "session.ended", scope: "others", count: 2 }]);
  });

  it("ends everybody's but the one in use, in an emergency", async () => {
    const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
    expect(await end(jonas, { scope: "everybody" })).toEqual({ ok: true, data: { count: 3 } });
    expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([false, false, false, true]);
    expect(await auditOf("session.ended")).toEqual([{ type: "session.ended", scope: "everybody", count: 3 }]);
  });

  it("of one's own signs out", async () => {
    const { anna, phone } = await annaThriceAndJonas();
    expect(await endOne(anna, anna)).toEqual({ ok: true, data: { count: 1 } });
    expect(await Promise.all([anna, phone].map(isAlive))).toEqual([false, true]);
  });

  it("counts what was open, not what was over", async () => {
    const { anna, phone, stolen } = await annaThriceAndJonas();
    await endOne(anna, phone);
    expect(await endOne(anna, phone)).toMatchObject({ ok: false, code: "session_not_open" });
    expect(await end(anna, { scope: "others" })).toEqual({ ok: true, data: { count: 1 } });
    expect(await isAlive(stolen)).toBe(false);
  });

  it.each([{ scope: "others" }, { scope: "everybody" }])(
    "takes a proof not older than 15 minutes (%j): a copied session ends nothing with it gone",
    async (input) => {
      const { anna, phone, stolen, jonas } = await annaThriceAndJonas();
      advance(15 * MINUTE_MS + 1);
      expect(await end(anna, input)).toMatchObject({ ok: false, code: "step_up_required" });
      expect(await endOne(anna, stolen)).toMatchObject({ ok: false, code: "step_up_required" });
      expect(await Promise.all([anna, phone, stolen, jonas].map(isAlive))).toEqual([true, true, true, true]);
      await stepUp(anna, "tighten", []);
      expect(await end(anna, input)).toMatchObject({ ok: true });
      expect(await Promise.all([anna, phone, stolen].map(isAlive))).toEqual([true, false, false]);
    },
  );

  it("takes a Super User of this moment", async () => {
    const { anna, phone, jonas } = await annaThriceAndJonas();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    expect(await end(anna, { scope: "everybody" })).toMatchObject({ ok: false, code: "session_ended" });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anna'");
    expect(await Promise.all([phone, jonas].map(isAlive))).toEqual([true, true]);
  });
});
