import { describe, expect, it } from "vitest";
import { judgeRequest, MAX_BODY_BYTES, postsFromElsewhere, type RequestFacts } from "@/lib/platform/web/judge-request";

const PORTAL = "https://portal.example";
const judged = (facts: Partial<RequestFacts>) =>
  judgeRequest({ method: "POST", path: "/settings", origin: PORTAL, contentLength: "10", ...facts }, PORTAL);

describe("a request", () => {
  it.each([
    null,
    "",
    "null",
    "https://evil.example",
    "http://portal.example",
    "https://portal.example:8443",
    "https://portal.example/",
    "https://PORTAL.example",
    "https://portal.example.evil.example",
    "https://portal.example, https://evil.example",
  ])("that posts with the Origin %j is refused, whatever the path", (origin) => {
    for (const path of ["/settings", "/", "/api/auth/signout", "/nothing", "/api/cron/watch"])
      expect(judged({ origin, path })).toBe("foreign_origin");
  });

  it("that posts from the portal's own pages may go on", () => {
    expect(judged({})).toBeNull();
  });

  it("may be posted from elsewhere only where something else proves the sender (E16, E24)", () => {
    expect(postsFromElsewhere).toEqual(["/api/reminders/slow", "/api/webhooks/resend"]);
    for (const path of postsFromElsewhere) {
      for (const origin of [null, "https://mail.example"]) expect(judged({ path, origin })).toBeNull();
      expect(judged({ path, origin: null, contentLength: String(MAX_BODY_BYTES + 1) })).toBe("body_too_large");
      for (const near of [`${path}/`, `${path}/x`, path.toUpperCase(), `/x${path}`, path.replace("/api", "/%61pi")])
        expect(judged({ path: near, origin: null })).toBe("foreign_origin");
    }
  });

  it.each(["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "QUERY", "get", ""])(
    "with the method %j does nothing at a route handler",
    (method) => {
      for (const path of ["/api", "/api/sites", "/%61pi/sites", "/api%2Fsites"])
        expect(judged({ method, path })).toBe("method_not_allowed");
    },
  );

  it("asks with HEAD what GET answers without changing anything, as link checkers and monitors do", () => {
    for (const path of ["/api/reminders/slow", "/api/healthz", "/api/readyz"])
      expect(judged({ method: "HEAD", path, origin: null, contentLength: null })).toBeNull();
    for (const path of [
      "/api/cron/watch",
      "/api/cron/deliver",
      "/api/webhooks/resend",
      "/api/healthz/x",
      "/%61pi/healthz",
    ])
      expect(judged({ method: "HEAD", path })).toBe("method_not_allowed");
  });

  it("reads a page with GET and HEAD only", () => {
    for (const method of ["GET", "HEAD"]) expect(judged({ method, origin: null, contentLength: null })).toBeNull();
    for (const method of ["OPTIONS", "PUT", "DELETE"]) expect(judged({ method })).toBe("method_not_allowed");
  });

  it.each([null, "", "-1", "1e3", "0x10", "10, 10", " 10"])(
    "whose Content-Length is %j is refused",
    (contentLength) => {
      expect(judged({ contentLength })).toBe("length_required");
    },
  );

  it("may be 256 kB long and not one byte more", () => {
    expect(judged({ contentLength: String(MAX_BODY_BYTES) })).toBeNull();
    expect(judged({ contentLength: String(MAX_BODY_BYTES + 1) })).toBe("body_too_large");
    expect(judged({ contentLength: "9".repeat(400) })).toBe("body_too_large");
  });
});
