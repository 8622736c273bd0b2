import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Identity,
  INTENT_MAX_AGE_MS,
  isSameButForCase,
  methodOf,
  provedAtOf,
  readIdentity,
  whyStale,
} from "@/lib/auth/single-sign-on/policy";
import { plus, SECOND_MS } from "@/lib/platform/clock";

const AT = new Date("2026-05-04T09:00:00.400Z");
const provenAt = (authTime: Date | null): Identity => ({ claim: null, authTime, hasSecondFactor: false });
const inSeconds = (seconds: number) => plus(AT, seconds * SECOND_MS);

describe("who somebody is", () => {
  it.each([
    [
      { email: "anna@x.example", email_verified: true },
      { by: "email", value: "anna@x.example" },
    ],
    [{ email: "anna@x.example", email_verified: false }, null],
    [{ email: "anna@x.example", email_verified: "true" }, null],
    [{ email: "anna@x.example" }, null],
    [{ email: ["anna@x.example"], email_verified: true }, null],
    [{ email: "", email_verified: true }, null],
    [{ preferred_username: "anna" }, null],
  ])("by e-mail address only if the provider verified it: %j", (claims, expected) => {
    expect(readIdentity(claims, null).claim).toEqual(expected);
  });

  it.each([
    [
      { preferred_username: "anna", email: "b@x.example", email_verified: true },
      { by: "login", value: "anna" },
    ],
    [{ email: "anna@x.example", email_verified: true }, null],
    [{ preferred_username: 7 }, null],
    [{ preferred_username: "a".repeat(201) }, null],
  ])("by the login claim alone where one is configured: %j", (claims, expected) => {
    expect(readIdentity(claims, "preferred_username").claim).toEqual(expected);
  });

  it("never by a property that every object has", () => {
    expect(readIdentity({}, "constructor").claim).toBeNull();
  });

  it("differs in the case of letters at most", () => {
    expect(isSameButForCase("Anna@X.example", "aNNA@x.EXAMPLE")).toBe(true);
    expect(isSameButForCase("jörg", "JÖRG")).toBe(true);
    for (const [one, other] of [
      ["anna", "ánna"],
      ["anna", "anna "],
      ["karl", "\u212Aarl"],
      ["straße", "strasse"],
      ["stella", "\u017Ftella"],
      ["ian", "\u0131an"],
    ] as const) {
      expect(isSameButForCase(one, other)).toBe(false);
    }
  });

  it("is never made another by a diacritic (any text)", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("\u0301", "\u0308", " ", "\u200B"), (text, mark) => {
        expect(isSameButForCase(text, text + mark)).toBe(false);
        expect(isSameButForCase(text, text)).toBe(true);
      }),
    );
  });
});

describe("how somebody was proven", () => {
  it.each([
    [["pwd", "otp"], true],
    [["mfa"], true],
    [["hwk"], true],
    [["pwd"], false],
    [["sms"], false],
    [[], false],
    ["mfa", false],
    [undefined, false],
    [[7, "mfa"], false],
  ])("amr %j", (amr, twoFactor) => {
    const identity = readIdentity({ amr }, null);
    expect(identity.hasSecondFactor).toBe(twoFactor);
    expect(methodOf(identity)).toBe(twoFactor ? "single-sign-on-and-second-factor" : "single-sign-on");
  });

  it.each([[undefined], ["1777885200"], [1777885200.5], [-1], [Number.NaN], [Number.MAX_SAFE_INTEGER], [null]])(
    "an auth_time of %j says nothing",
    (auth_time) => {
      expect(readIdentity({ auth_time }, null).authTime).toBeNull();
    },
  );

  it("auth_time counts seconds", () => {
    expect(readIdentity({ auth_time: 1_777_885_200 }, null).authTime).toEqual(new Date("2026-05-04T09:00:00Z"));
  });
});

describe("signing in is as recent a proof as the provider says", () => {
  it.each([
    ["some minutes ago", inSeconds(-600), inSeconds(-600)],
    ["now", AT, AT],
    ["a little in the future, by another clock", inSeconds(5), AT],
    ["in the future", inSeconds(6), new Date(0)],
    ["not said", null, new Date(0)],
  ])("%s", (_, authTime, expected) => {
    expect(provedAtOf(provenAt(authTime), AT)).toEqual(expected);
  });

  it("and never later than now", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (authTime) => {
        expect(provedAtOf(provenAt(authTime), AT).getTime()).toBeLessThanOrEqual(AT.getTime());
      }),
    );
  });
});

describe("a step-up takes a sign-in that is newer than the announcement", () => {
  it.each([
    ["right after it", inSeconds(30), inSeconds(31), null],
    ["in the same second, which auth_time cuts off", inSeconds(-0.4), inSeconds(1), null],
    ["5 seconds before, by another clock", inSeconds(-5), inSeconds(1), null],
    ["longer before", inSeconds(-5.001), inSeconds(1), "auth_time before the step-up was asked for"],
    ["not said", null, inSeconds(1), "no auth_time from single sign-on"],
    ["in the future", inSeconds(7), inSeconds(1), "auth_time in the future"],
    ["after 10 minutes", inSeconds(601), plus(AT, INTENT_MAX_AGE_MS + 1), "confirmed too late"],
    ["at 10 minutes", inSeconds(600), plus(AT, INTENT_MAX_AGE_MS), null],
  ])("%s", (_, authTime, at, expected) => {
    expect(whyStale(provenAt(authTime), AT, at)).toBe(expected);
  });
});
