import { describe, expect, it } from "vitest";
import { z } from "zod";
import { likelyReason, likelyReasonOfSite } from "@/lib/probe/likely-reason";
import { nextAddress } from "@/lib/probe/redirect";
import { understandJson, understandPage } from "@/lib/probe/understand";

const reply = (status: number, body: string, asksPassword = false) =>
  ({ ok: true, status, body, asksPassword }) as const;
const numbers = z.array(z.number());
const json = (status: number, value: unknown, asksPassword = false) =>
  understandJson(reply(status, JSON.stringify(value), asksPassword), numbers);

describe("an answer of the API", () => {
  it("is a verdict only when Matomo itself gives one", () => {
    expect(json(200, [1, 2])).toEqual({ verdict: "answered", value: [1, 2] });
    expect(json(401, { result: "error", message: "requires view" })).toEqual({ verdict: "refused" });
    expect(json(401, { result: "error" }, true)).toMatchObject({ verdict: "trouble", asksPassword: true });
    expect(json(401, "no")).toMatchObject({ trouble: "unauthorized" });
    expect(json(403, { result: "error" })).toMatchObject({ trouble: "forbidden" });
    expect(json(500, { result: "error" })).toMatchObject({ trouble: "server-error" });
    expect(json(200, { result: "error", message: "x" })).toMatchObject({ trouble: "matomo-error", message: "x" });
    expect(json(400, { result: "error", message: "x" })).toMatchObject({ trouble: "matomo-error" });
    expect(json(200, { result: "success" })).toMatchObject({ trouble: "not-understood" });
  });
});

describe("a page", () => {
  it("is shown, refused with the sign-in form, or neither for sure", () => {
    const form = `<form id="login_form">`;
    expect(understandPage(reply(200, `<script>piwik.idSite = "1";</script>`))).toMatchObject({ verdict: "answered" });
    expect(understandPage(reply(403, form))).toEqual({ verdict: "refused" });
    expect(understandPage(reply(200, form))).toEqual({ verdict: "refused" });
    expect(understandPage(reply(403, "Blocked by a firewall"))).toMatchObject({ trouble: "forbidden" });
    expect(understandPage(reply(200, "Welcome to our intranet"))).toMatchObject({ trouble: "not-understood" });
    expect(understandPage({ ok: false, trouble: "timeout" })).toMatchObject({ trouble: "timeout" });
  });
});

describe("a redirect", () => {
  const from = new URL("http://matomo.example/stats/index.php?module=API");
  it.each([
    ["/other", "http://matomo.example/other"],
    ["https://matomo.example/stats/", "https://matomo.example/stats/"],
    ["https://matomo.example:8443/", "https://matomo.example:8443/"],
  ])("to %s is followed", (location, to) => expect(nextAddress(from, location)?.href).toBe(to));

  it.each([
    ...[
      null,
      "http://other.example/",
      "https://matomo.example.evil.example/",
      "//other.example/",
      "http://matomo.example:8080/",
    ],
    ...[
      "ftp://matomo.example/",
      "file:///etc/passwd",
      "https://user:secret@matomo.example/",
      "http://[",
      "javascript:alert(1)",
    ],
  ])("to %s is not", (location) => expect(nextAddress(from, location)).toBeNull());

  it("never leads from https back to http", () => {
    expect(nextAddress(new URL("https://matomo.example/"), "http://matomo.example/")).toBeNull();
  });
});

describe("the likely reason", () => {
  const hints = { kinds: new Set<never>(), trouble: null, asksPassword: false } as const;
  it("goes by the answer first, then by the tables", () => {
    expect(likelyReason({ ...hints, trouble: "maintenance" })).toBe("maintenance");
    expect(likelyReason({ ...hints, trouble: "forbidden" })).toBe("access-restricted");
    expect(likelyReason({ ...hints, trouble: "unauthorized", asksPassword: true })).toBe("web-server-password");
    expect(likelyReason({ ...hints, trouble: "server-error" })).toBe("unknown");
    expect(likelyReason({ ...hints, kinds: new Set(["null-access"]), trouble: "server-error" })).toBe("null-access");
    expect(likelyReason({ ...hints, kinds: new Set(["anonymous-missing"]), trouble: "timeout" })).toBe("unknown");
    expect(likelyReason({ ...hints, kinds: new Set(["anonymous-missing"]) })).toBe("anonymous-missing");
    expect(likelyReasonOfSite({ ...hints, trouble: "server-error" })).toBe("site-error");
    expect(likelyReasonOfSite(hints)).toBe("unknown");
  });
});
