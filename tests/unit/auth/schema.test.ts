import { describe, expect, it } from "vitest";
import { signInSchema, stepUpSchema } from "@/lib/auth/schema";

const stepUp = { password: "secret", code: "", action: "grant", siteIds: "3,12" };

describe("what the forms send to prove a password", () => {
  it("keeps the password exactly as typed and trims only the login", () => {
    const typed = { identifier: " ada ", password: " pässwörd 😀 " };
    expect(signInSchema.parse(typed)).toEqual({ identifier: "ada", password: typed.password, code: "" });
    expect(stepUpSchema.parse({ ...stepUp, password: typed.password }).password).toBe(typed.password);
    expect(signInSchema.parse({ identifier: "ada", password: " " }).password).toBe(" ");
  });

  it.each([
    { identifier: "", password: "x" },
    { identifier: "  ", password: "x" },
    { identifier: "ada", password: "" },
    { identifier: "ada", password: "x".repeat(1_001) },
    { identifier: ["ada"], password: "x" },
    {},
    null,
    undefined,
  ])("is refused when something is missing or far too long: %.60j", (typed) => {
    expect(signInSchema.safeParse(typed).success).toBe(false);
  });

  it("has no code where none was asked for, and takes one with the spaces it was copied with", () => {
    const { code, ...withoutCode } = stepUp;
    expect(stepUpSchema.parse(withoutCode).code).toBe("");
    expect(stepUpSchema.parse({ ...stepUp, code: " 123 456\n" }).code).toBe("123 456");
    expect(signInSchema.parse({ identifier: "ada", password: "x", code: " ABCD-EFGH " }).code).toBe("ABCD-EFGH");
  });

  it.each(["1".repeat(41), null, 123456, ["123456"]])("refuses the code %.60j", (code) => {
    expect(stepUpSchema.safeParse({ ...stepUp, code }).success).toBe(false);
    expect(signInSchema.safeParse({ identifier: "ada", password: "x", code }).success).toBe(false);
  });

  it("never says for whom: the subject of a step-up comes from the session", () => {
    expect(stepUpSchema.parse({ ...stepUp, login: "eve", sub: "eve", sessionId: "x" })).toEqual(stepUp);
  });

  it.each(["", "3", "3,12", "4294967295"])("takes the list of sites %j", (siteIds) => {
    expect(stepUpSchema.safeParse({ ...stepUp, siteIds }).success).toBe(true);
  });

  it.each([
    " 3",
    "3 ",
    "3,",
    ",3",
    "3,,4",
    "1e3",
    "-1",
    "1.5",
    "3;4",
    "3&siteIds=4",
    "3\n",
    "0x10",
    "12345678901",
    null,
    3,
    ["3"],
  ])("refuses the list of sites %j", (siteIds) => {
    expect(stepUpSchema.safeParse({ ...stepUp, siteIds }).success).toBe(false);
  });

  it.each(["", "Grant", "publish", "grant ", null])("refuses the command %j", (action) => {
    expect(stepUpSchema.safeParse({ ...stepUp, action }).success).toBe(false);
  });
});
