import { describe, expect, it } from "vitest";
import { missingToSignIn } from "@/components/sign-in/sign-in";

const TYPED = { identifier: "ada", password: " ", code: "" };

describe("what is missing to sign in", () => {
  it("is nothing once login and password are typed; a password of spaces is one", () => {
    expect(missingToSignIn("password", TYPED)).toBeNull();
  });

  it("is each empty field, the first of the form first: it takes the focus", () => {
    const missing = missingToSignIn("password", { identifier: "  ", password: "", code: "" });
    expect(Object.entries(missing ?? {})).toEqual([
      ["identifier", "typeLogin"],
      ["password", "typePassword"],
    ]);
    expect(missingToSignIn("password", { ...TYPED, password: "" })).toEqual({ password: "typePassword" });
  });

  it("is the code in the second step, and nothing else", () => {
    expect(missingToSignIn("code", { identifier: "", password: "", code: " " })).toEqual({ code: "typeCode" });
    expect(missingToSignIn("code", { ...TYPED, code: "123 456" })).toBeNull();
  });
});
