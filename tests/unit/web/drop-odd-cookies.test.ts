import { describe, expect, it } from "vitest";
import { dropOddCookies } from "@/lib/platform/web/drop-odd-cookies";

const PORTAL = "https://portal.example";
const NAMES = { session: "__Host-public-access.session", callbackUrl: "__Host-next-auth.callback-url" };
const kept = (header: string) => dropOddCookies(header, NAMES, PORTAL);

describe("of the cookies of a request to next-auth", () => {
  it.each([
    "javascript:alert(1)",
    "https%3A%2F%2Fevil.example%2F",
    "%2F%09%2Fevil.example",
    "//evil.example",
    "x",
    "",
    "%",
    "http://[",
    '"https://evil.example/"',
  ])("an address that leads elsewhere is dropped: %s", (value) => {
    expect(kept(`a=b; ${NAMES.callbackUrl}=${value}; c=d`)).toBe("a=b; c=d");
    expect(kept(`${NAMES.callbackUrl}=${value}`)).toBeNull();
  });

  it.each(["https%3A%2F%2Fportal.example%2Factivity", "https://portal.example/activity", "/activity"])(
    "one of the portal's own is kept: %s",
    (value) => expect(kept(`${NAMES.callbackUrl}=${value}`)).toBe(`${NAMES.callbackUrl}=${value}`),
  );

  it("pieces that would be joined to the session are dropped, and it is kept", () => {
    expect(kept(`${NAMES.session}=abc; ${NAMES.session}.0=x; ${NAMES.session}-x=y`)).toBe(`${NAMES.session}=abc`);
    expect(kept(`${NAMES.session}.1=x`)).toBeNull();
  });
});
