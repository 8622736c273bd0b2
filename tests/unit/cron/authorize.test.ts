import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriesSecret } from "@/lib/platform/web/carries-secret";

const SECRET = "sixteen-letters!";

describe("a cron call", () => {
  it("with the secret is let in", () => {
    expect(carriesSecret(`Bearer ${SECRET}`, SECRET)).toBe(true);
  });

  it.each([
    null,
    "",
    "Bearer",
    "Bearer ",
    SECRET,
    `Basic ${SECRET}`,
    `bearer ${SECRET}`,
    `Bearer  ${SECRET}`,
    `Bearer ${SECRET} `,
    `Bearer ${SECRET}x`,
    `Bearer ${SECRET.slice(0, -1)}`,
    `Bearer ${SECRET.toUpperCase()}`,
    `Bearer ${SECRET}, Bearer ${SECRET}`,
    "Bearer undefined",
    "Bearer null",
  ])("with %j is refused", (header) => {
    expect(carriesSecret(header, SECRET)).toBe(false);
  });

  it.each([undefined, "", "undefined", "null", "fifteen-letters", " ".repeat(15)])(
    "is refused whatever it carries while the secret is %j",
    (secret) => {
      for (const header of [`Bearer ${secret}`, "Bearer undefined", "Bearer ", "Bearer", "", null]) {
        expect(carriesSecret(header, secret), String(header)).toBe(false);
      }
    },
  );

  it("is let in by the second header alone, which holds the secret by itself, whatever stands in the first", () => {
    for (const first of [null, "", "Basic cHJveHk6cHJveHk=", "Bearer somebody-else's-token", `Bearer ${SECRET}`]) {
      expect(carriesSecret(first, SECRET, SECRET), String(first)).toBe(true);
    }
    expect(carriesSecret(`Bearer ${SECRET}`, SECRET, "wrong")).toBe(true);
  });

  it.each(["", " ", "wrong", `${SECRET}x`, SECRET.slice(0, -1), `Bearer ${SECRET}`, `${SECRET}, ${SECRET}`])(
    "with the second header %j and no right first one is refused",
    (second) => {
      for (const first of [null, "", SECRET, "Bearer wrong"]) expect(carriesSecret(first, SECRET, second)).toBe(false);
    },
  );

  it.each([undefined, "", "fifteen-letters"])(
    "is refused by the second header, too, while the secret is %j",
    (secret) => {
      for (const second of [secret ?? null, "", "undefined"]) expect(carriesSecret(null, secret, second)).toBe(false);
    },
  );

  it("is let in with exactly the secret and nothing else, whatever the two are", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 16 }), fc.string(), (secret, other) => {
        expect(carriesSecret(`Bearer ${secret}`, secret)).toBe(true);
        expect(carriesSecret(`Bearer ${other}`, secret)).toBe(other === secret);
        expect(carriesSecret(other, secret)).toBe(other === `Bearer ${secret}`);
      }),
    );
  });
});
