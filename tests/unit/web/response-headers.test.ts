import { describe, expect, it } from "vitest";
import { answerHeaders, isApiPath, isPagePath, pagePolicy } from "@/lib/platform/web/response-headers";

const HTTPS = "https://portal.example";
const HTTP = "http://localhost:3000";
const policy = (portalUrl: string, development = false) =>
  Object.fromEntries(
    pagePolicy({ portalUrl, nonce: "n0nce", development })
      .split("; ")
      .map((directive): [string, string] => [
        directive.split(" ")[0] ?? "",
        directive.slice(directive.indexOf(" ") + 1),
      ]),
  );

describe("the headers of every answer", () => {
  it("keep a browser on https for two years, when the portal is there", () => {
    expect(answerHeaders("/", HTTPS)["strict-transport-security"]).toBe("max-age=63072000");
    expect(answerHeaders("/", HTTP)).not.toHaveProperty("strict-transport-security");
  });

  it("let nobody keep anything but static files and messages, which say it themselves", () => {
    for (const path of [
      "/",
      "/sign-in",
      "/api/sites",
      "/icon.svg",
      "/_next/image",
      "/_next/staticky",
      "/api/messagesy",
    ])
      expect(answerHeaders(path, HTTPS)["cache-control"]).toBe("no-store");
    for (const path of ["/_next/static/chunks/a.js", "/api/messages/en.0123456789abcdef.js"])
      expect(answerHeaders(path, HTTPS)).not.toHaveProperty("cache-control");
  });

  it("load nothing and stand in no frame, unless a page says more", () => {
    expect(answerHeaders("/api/sites", HTTPS)).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  });
});

describe("the policy of a page", () => {
  it("runs scripts by nonce only", () => {
    expect(policy(HTTPS)["script-src"]).toBe("'self' 'nonce-n0nce' 'strict-dynamic'");
    expect(policy(HTTP, true)["script-src"]).toContain("'unsafe-eval'");
  });

  it("names no other host, and nothing falls back to more than nothing", () => {
    const directives = policy(HTTPS);
    expect(directives["default-src"]).toBe("'none'");
    for (const name of ["base-uri", "object-src", "frame-src", "frame-ancestors"])
      expect(directives[name]).toBe("'none'");
    for (const sources of Object.values(directives)) expect(sources).not.toMatch(/\*|https?:|\/\//);
  });

  it("asks for https only when the portal is there", () => {
    expect(policy(HTTPS)).toHaveProperty("upgrade-insecure-requests");
    expect(policy(HTTP)).not.toHaveProperty("upgrade-insecure-requests");
  });
});

it("tells route handlers from pages in every spelling", () => {
  for (const path of ["/api", "/api/", "/api/sites", "/%61pi/sites", "/api%2Fsites"]) {
    expect(isApiPath(path)).toBe(true);
    expect(isPagePath(path)).toBe(false);
  }
  for (const path of ["/", "/apis", "/public-access", "/%E0%A4%A"]) expect(isPagePath(path)).toBe(true);
  expect(isPagePath("/_next/static/chunks/a.js")).toBe(false);
});
