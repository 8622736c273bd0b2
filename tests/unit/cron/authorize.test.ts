import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriesSecret } from "@/lib/cron/authorize";

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
