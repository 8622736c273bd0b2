import { describe, expect, it } from "vitest";
import { callbackPath } from "@/components/auth/callback-path";
import { signInPath } from "@/components/auth/sign-in-path";

const landsAt = (address: string) =>
  callbackPath(new URL(signInPath(address), "https://portal.example").searchParams.get("callbackUrl") ?? undefined);

describe("after signing in again", () => {
  it.each([
    "/activity",
    "/public-access?q=a%26b&page=3&site=7",
    "/deliveries?show=attention&page=2",
    "/public-access?q=%C3%BC%20%2F%2F",
  ])("somebody lands where they were: %s", (address) => expect(landsAt(address)).toBe(address));

  it.each(["//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", ""])(
    "nobody is led elsewhere: %s",
    (address) => expect(landsAt(address)).toBe("/public-access"),
  );
});
