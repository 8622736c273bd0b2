import { expect, it } from "vitest";
import { isAuthRoute } from "@/lib/web/auth-routes";

it("next-auth answers what the portal's pages ask it and nothing else", () => {
  expect(isAuthRoute("GET", ["csrf"])).toBe(true);
  expect(isAuthRoute("POST", ["callback", "matomo"])).toBe(true);
  for (const route of [
    "session",
    "_log",
    "signout",
    "verify-request",
    "callback/matomo",
    "signin/matomo",
    "csrf/x",
    "",
  ])
    expect(isAuthRoute("GET", route.split("/"))).toBe(false);
  for (const route of ["session", "_log", "csrf", "signin/matomo", "callback/single-sign-on", "signout/x", ""])
    expect(isAuthRoute("POST", route.split("/"))).toBe(false);
});
