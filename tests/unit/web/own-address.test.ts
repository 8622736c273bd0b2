import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signInPath } from "@/components/auth/sign-in-path";
import { ownPath } from "@/lib/platform/web/own-address-terms";

const PORTAL = "https://portal.example";

const CONTROLS = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).concat("\u007f", "\u0085");
const SLASHES = ["/", "\\", "//", "\\\\", "/\\", "\\/", "%2f", "%5c", "%252f", "%255c", "%09", "%2509", "%0a", "%0d"];
const SCHEMES = [
  "http:",
  "https:",
  "HTTPS:",
  "javascript:",
  "data:text/html,",
  "blob:",
  "ftp:",
  "file:",
  "mailto:",
  "",
];
const HOSTS = [
  "evil.example",
  "portal.example@evil.example",
  "user:pass@portal.example",
  "portal.example.evil.example",
  "portal.example:444",
  "[::1]",
  "evil.example%2f@portal.example",
  "portal。example",
  "\u00adportal.example",
];
const REST = ["", ".", "..", ":", "@", "?", "#", "alert(1)", "public-access", "%"];

const parts = fc.constantFrom(...CONTROLS, ...SLASHES, ...SCHEMES, ...HOSTS, ...REST);
const spelt = fc.oneof(
  fc.array(parts, { minLength: 1, maxLength: 9 }).map((list) => list.join("")),
  fc.array(parts, { maxLength: 7 }).map((list) => `/${list.join("")}`),
  fc.array(parts, { maxLength: 5 }).map((list) => `${PORTAL}${list.join("")}`),
  fc.string({ unit: "binary" }),
);

/** What a browser does with it as `location`, as a link on a page deep in the portal, and in a Location header. */
const originsOf = (address: string) =>
  [PORTAL, `${PORTAL}/a/b?c`, `${PORTAL}//a`].map((base) => URL.parse(address, base)?.origin);

function expectToStay(wanted: string): void {
  const path = ownPath(wanted, PORTAL);
  if (path === null) return;
  expect(originsOf(path)).toEqual([PORTAL, PORTAL, PORTAL]);
  expect(path).toMatch(/^\/(?![/\\])[^\p{Cc}\\]*$/u);
  // and after every further round through a query: judging is stable
  expect(ownPath(path, PORTAL)).toBe(path);
  const carried = new URL(signInPath(path), PORTAL).searchParams.get("callbackUrl");
  expect(ownPath(carried, PORTAL)).toBe(path);
}

describe("an address from outside", () => {
  it("leads nowhere but to this portal, however controls, slashes, schemes, users and hosts are put together", () => {
    fc.assert(fc.property(spelt, expectToStay), { numRuns: 20_000 });
  });

  it("leads nowhere else with any one control character at any place, encoded once, twice or not at all", () => {
    for (const control of CONTROLS) {
      const once = encodeURIComponent(control);
      for (const form of [control, once, encodeURIComponent(once)]) {
        for (const slash of SLASHES) {
          expectToStay(`/${form}${slash}evil.example/x`);
          expectToStay(`${form}/${slash}evil.example/x`);
          expectToStay(`/${slash}${form}evil.example/x`);
          expectToStay(`${slash}${form}/evil.example`);
          expectToStay(`java${form}script:alert(1)`);
        }
      }
    }
  });

  it.each([
    "/\t/evil.example/x",
    "/\n/evil.example/x",
    "/\r/evil.example/x",
    "\t//evil.example",
    "/\t\\evil.example",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "https://evil.example/",
    "https://portal.example@evil.example/",
    "https://user@portal.example/",
    "https://portal.example:444/",
    "http://portal.example/",
    "https:portal.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "blob:https://portal.example/x",
    "public-access",
    "",
  ])("is refused: %j", (address) => expect(ownPath(address, PORTAL)).toBeNull());

  it.each([[undefined], [null], [7], [["/activity"]], [{ href: "/activity" }]])("is a text or refused: %j", (address) =>
    expect(ownPath(address, PORTAL)).toBeNull(),
  );

  it.each([
    ["/activity", "/activity"],
    ["/public-access?q=a%26b&page=3&site=7#row", "/public-access?q=a%26b&page=3&site=7#row"],
    ["/public-access?q=%C3%BC%20%2F%2F", "/public-access?q=%C3%BC%20%2F%2F"],
    ["/sign-in?callbackUrl=%2F%2Fevil.example", "/sign-in?callbackUrl=%2F%2Fevil.example"],
    ["/%09/evil.example", "/%09/evil.example"],
    [`${PORTAL}/deliveries?show=attention&page=2`, "/deliveries?show=attention&page=2"],
    [PORTAL, "/"],
  ])("of a page of the portal is kept: %s", (address, path) => expect(ownPath(address, PORTAL)).toBe(path));
});
