import { beforeAll, describe, expect, it } from "vitest";
import { requireOwnOrigin } from "@/lib/auth/command";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

beforeAll(() => portalEnv({ NEXTAUTH_URL: "https://portal.example/" }));

describe("a POST", () => {
  it("from the portal's own pages is let in", () => {
    expect(() => requireOwnOrigin("https://portal.example")).not.toThrow();
  });

  it.each([
    null,
    "",
    "null",
    "https://evil.example",
    "http://portal.example",
    "https://portal.example:8443",
    "https://portal.example/",
    "https://portal.example.evil.example",
    "https://evil.example/https://portal.example",
    "https://sub.portal.example",
    "https://portal.example, https://evil.example",
    "portal.example",
  ])("with the Origin %j is refused", (origin) => {
    expect(() => requireOwnOrigin(origin)).toThrow(expect.objectContaining({ code: "foreign_origin" }));
  });
});
