import { describe, expect, it } from "vitest";
import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { useDatabase } from "@/tests/support/database";
import { askToPublish, publish, signIn, stepUp, superUserOf } from "@/tests/support/people";
import { accessRows, auditOf, expectChainHolds, mails } from "@/tests/support/state";

// What an attacker would want of something that was valid once: to use it again, elsewhere, or for more. Servers share
// nothing but the database, so twenty calls at once meet what twenty servers would.

useDatabase();

const AT_ONCE = 20;

describe("a proof that is used many times at once", () => {
  it("publishes once, with one event and one alert, and the others are refused", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const site = await aSite();
    await stepUp(anna, "grant", [site]);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => askToPublish(anna, [site])));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    // Whoever finds none of the ten connections free in time is told so, and has used nothing up.
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(["proof_used", "busy", "database_unreachable"]).toEqual(expect.arrayContaining(refusals));
    expect(await accessRows()).toHaveLength(1);
    expect(await auditOf("public-access.granted")).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
    await expectChainHolds();
  });

  it("for other sites than its own publishes none of them, not even its own", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const [own, other] = [await aSite(), await aSite()];
    await stepUp(anna, "grant", [own]);
    const wanted = [[other], [own, other], [own, own, other]];
    const answers = await Promise.all(wanted.map((sites) => askToPublish(anna, sites)));
    expect(answers.every(({ ok }) => !ok)).toBe(true);
    expect(await accessRows()).toEqual([]);
  });
});

describe("what belongs to somebody else", () => {
  it("a proof of another session of the same person publishes nothing", async () => {
    const user = await aSuperUser({ login: "anna" });
    const [first, second] = [await signIn(user), await signIn(user)];
    const site = await aSite();
    await stepUp(first, "grant", [site]);
    second.context = { ...second.context, proofId: first.context.proofId };
    expect(await askToPublish(second, [site])).toMatchObject({ ok: false, code: "proof_foreign" });
    expect(await accessRows()).toEqual([]);
  });

  it("a session id from before a step-up is worth nothing after it", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const site = await aSite();
    const before = { ...anna, context: { ...anna.context } };
    expect(await publish(anna, [site])).toMatchObject({ ok: true });
    before.context = { ...before.context, proofId: anna.context.proofId };
    expect(await askToPublish(before, [await aSite()])).toMatchObject({ ok: false, code: "session_ended" });
  });

  it("five step-ups with a wrong password at once leave the sixth, right one locked", async () => {
    const user = await aSuperUser({ login: "anna" });
    const anna = await signIn(user);
    const superUser = await superUserOf(anna);
    const wrong = { password: "not it", code: "", action: "grant", siteIds: [1] } as const;
    await Promise.all(Array.from({ length: 5 }, () => stepUpWithMatomo(superUser, wrong)));
    const right = await stepUpWithMatomo(superUser, { ...wrong, password: user.password });
    expect(right.ok).toBe(false);
  });
});
