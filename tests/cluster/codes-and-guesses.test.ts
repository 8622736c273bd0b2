import { Secret, TOTP } from "otpauth";
import { describe, expect, it, type TestContext } from "vitest";
import { aSuperUser, recoveryCode } from "@/tests/support/builders";
import { rawSql, useDatabase } from "@/tests/support/database";
import { BROWSER } from "@/tests/support/people";
import { expectChainHolds } from "@/tests/support/state";
import { outcomeOf, usePortals } from "./portals";
import { settle } from "./public-state";
import { rounds, tally } from "./rounds";

useDatabase();
const portals = usePortals();

const ROUNDS = rounds(100);
const SECRET = "ABCDEFGHIJKLMNOP";
/** How many guesses each portal has at once. */
const LANES = 4;

const codeNow = () => TOTP.generate({ secret: Secret.fromBase32(SECRET), timestamp: Date.now() });

describe("a code used on three nodes at once opens one session:", () => {
  it.each([
    ["a one-time code", async () => codeNow()],
    [
      "a recovery code",
      async (login: string) => {
        await recoveryCode(login, "QWERTYUIOPASDFGH");
        return "QWERTYUIOPASDFGH";
      },
    ],
  ])("%s", { timeout: 3_600_000 }, async (_, codeOf) => {
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const user = await aSuperUser({ twofactorSecret: SECRET });
      const code = await codeOf(user.login);
      await settle();
      // Of its own: each wrong code counts towards the limit of the address.
      const ip = `198.51.100.${1 + round}`;
      const outcomes = await Promise.all(
        portals.map((portal) => outcomeOf(portal.ask("guess", user.login, user.password, { code, ip }))),
      );
      const { ok, second_factor_wrong: refused = 0, busy = 0 } = tally(outcomes);
      const sessions = await rawSql("SELECT ref FROM portal_session WHERE login = ?", [user.login]);
      if (ok !== 1 || refused + busy !== 2 || sessions.length !== 1)
        wrong.push(`${user.login}: ${outcomes.join(", ")}; ${sessions.length} sessions`);
    }
    expect(wrong).toEqual([]);
    await expectChainHolds();
  });
});

describe("of wrong guesses on three nodes at once no more are answered than are allowed:", () => {
  /** Attempts that the two other portals have on the way: each counts those of its own before they are judged. */
  const ELSEWHERE = 2 * LANES;

  function expectLimit(count: number, limit: number) {
    expect(count).toBeGreaterThanOrEqual(limit);
    expect(count).toBeLessThanOrEqual(limit + ELSEWHERE);
  }

  /** Guesses from every portal until nothing is answered any more. @returns how many were */
  async function answered(
    annotate: TestContext["annotate"],
    guess: (index: number, number: number) => Promise<unknown>,
    locked: string,
  ): Promise<number> {
    let [number, count] = [0, 0];
    const others: string[] = [];
    await Promise.all(
      Array.from({ length: 3 * LANES }, async (_, lane) => {
        for (;;) {
          const outcome = await outcomeOf(guess(lane % 3, number++));
          if (outcome === locked) return;
          if (outcome === "credentials_wrong") count++;
          else if (outcome !== "busy") return others.push(outcome);
        }
      }),
    );
    await annotate(`${count} answered`);
    expect(others).toEqual([]);
    return count;
  }

  it("of the sign-in, by login: 61, and those in flight elsewhere", async ({ annotate }) => {
    const { login } = await aSuperUser();
    const guess = (index: number, number: number) =>
      portals[index]?.ask("guess", login, "wrong", { ip: `198.51.100.${1 + (number % 250)}` }) ?? Promise.reject();
    expectLimit(await answered(annotate, guess, "sign_in_locked"), 61);
    await expectChainHolds();
  });

  it("of the sign-in, by address: 21, and those in flight elsewhere", async ({ annotate }) => {
    const guess = (index: number, number: number) =>
      portals[index]?.ask("guess", `stranger ${number}`, "wrong", { ip: BROWSER.ip }) ?? Promise.reject();
    expectLimit(await answered(annotate, guess, "sign_in_locked"), 21);
    await expectChainHolds();
  });

  it("of the step-up: 5, exactly", async ({ annotate }) => {
    const person = await portals[0].ask("signIn", await aSuperUser());
    const guess = (index: number) => portals[index]?.ask("confirm", person, "wrong") ?? Promise.reject();
    expect(await answered(annotate, guess, "step_up_locked")).toBe(5);
    await expectChainHolds();
  });
});
