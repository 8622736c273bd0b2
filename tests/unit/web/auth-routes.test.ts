import { expect, it } from "vitest";
import { isAuthPage, isAuthRoute } from "@/lib/platform/web/auth-routes";

const WITH = { singleSignOn: true };

it("next-auth answers what the portal's pages ask it and nothing else", () => {
  expect(isAuthRoute("GET", ["csrf"], WITH)).toBe(true);
  expect(isAuthRoute("POST", ["callback", "matomo"], WITH)).toBe(true);
  for (const route of [
    "session",
    "_log",
    "signout",
    "signin",
    "error",
    "verify-request",
    "callback/matomo",
    "signin/matomo",
    "csrf/x",
    "",
  ])
    expect(isAuthRoute("GET", route.split("/"), WITH)).toBe(false);
  for (const route of ["session", "_log", "csrf", "signin/matomo", "callback/single-sign-on", "signout/x", ""])
    expect(isAuthRoute("POST", route.split("/"), WITH)).toBe(false);
});

it("next-auth answers nothing about single sign-on where there is none", () => {
  const without = { singleSignOn: false };
  expect(isAuthRoute("GET", ["csrf"], without)).toBe(true);
  for (const provider of ["single-sign-on", "single-sign-on-step-up"]) {
    expect(isAuthRoute("GET", ["callback", provider], WITH)).toBe(true);
    expect(isAuthRoute("GET", ["callback", provider], without)).toBe(false);
    expect(isAuthRoute("POST", ["signin", provider], without)).toBe(false);
  }
});

it("next-auth's own pages are the portal's", () => {
  for (const page of ["signin", "signout", "error", "verify-request"]) expect(isAuthPage([page])).toBe(true);
  for (const route of ["csrf", "signin/x", ""]) expect(isAuthPage(route.split("/"))).toBe(false);
});
