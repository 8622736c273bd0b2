import { describe, expect, it } from "vitest";
import { z } from "zod";
import { likelyReason, likelyReasonOfSite } from "@/lib/domain/probe/likely-reason";
import { nextAddress } from "@/lib/domain/probe/redirect";
import { understandJson, understandPage } from "@/lib/domain/probe/understand";

const reply = (status: number, body: string, asksPassword = false, module: string | null = null) =>
  ({ ok: true, status, body, asksPassword, module }) as const;
const numbers = z.array(z.number());
const json = (status: number, value: unknown, asksPassword = false) =>
  understandJson(reply(status, JSON.stringify(value), asksPassword), numbers);

describe("an answer of the API", () => {
  it("is a verdict only when Matomo itself gives one", () => {
    expect(json(200, [1, 2])).toEqual({ verdict: "answered", value: [1, 2] });
    expect(json(401, { result: "error", message: "requires view" })).toEqual({ verdict: "refused" });
    expect(json(401, { result: "error" }, true)).toMatchObject({ verdict: "trouble", asksPassword: true });
    expect(json(401, "no")).toMatchObject({ trouble: "unauthorized" });
    expect(json(403, { blocked: true })).toMatchObject({ trouble: "forbidden" });
    expect(json(404, { error: "no such page" })).toMatchObject({ trouble: "not-found" });
    expect(json(500, { result: "error" })).toMatchObject({ trouble: "server-error" });
    expect(json(200, { result: "error", message: "x" })).toMatchObject({ trouble: "matomo-error", message: "x" });
    expect(json(400, { result: "error", message: "x" })).toMatchObject({ trouble: "matomo-error" });
    expect(json(200, { result: "success" })).toMatchObject({ trouble: "not-understood" });
  });

  const error = (message: string) => ({ result: "error", message });
  const OFF = "The plugin Live is not enabled. You can activate the plugin on Settings > Plugins page in Matomo.";
  it.each([
    [
      "4.10 to 4.16 refuse with 200",
      200,
      "You can't access this resource as it requires 'view' access for the website id = 7.",
    ],
    ["in any language", 200, "Sie haben keinen Zugriff: dafür ist 'view'-Zugriff auf die Website mit der ID 7 nötig."],
    ["with its quotes escaped", 200, "it requires &#039;view&#039; access for the website id = 7."],
    [
      "5.0 and later refuse with 401",
      401,
      "You can't access this resource as it requires 'view' access for the website id = 7.",
    ],
    ["a plugin that is off, to 5.6", 200, OFF],
    ["a plugin that is off, from 5.7", 403, OFF],
    [
      "a plugin or method that is missing",
      404,
      "The method 'Live.getX' does not exist or is not available in the module.",
    ],
  ])("is a refusal by Matomo itself: %s", (_, status, message) => {
    expect(json(status, error(message))).toEqual({ verdict: "refused" });
  });

  it.each([
    "Access is denied for 203.0.113.9.",
    "Der Zugriff von 2001:db8::17 ist nicht erlaubt",
    "Votre IP (203.0.113.9) n'est pas autorisée.",
  ])("that names the asker's address is no verdict: Matomo's list leaves this server out (%s)", (message) => {
    expect(json(401, error(message))).toMatchObject({ verdict: "trouble", trouble: "ip-list" });
    expect(understandJson(reply(401, message), numbers)).toMatchObject({ trouble: "ip-list" });
    expect(understandPage(reply(401, `<h1>${message}</h1>`))).toMatchObject({ trouble: "ip-list" });
  });

  it("that waits for an upgrade of the database says nothing of who may read what", () => {
    const message = "Database Upgrade Required. Your Matomo database is out-of-date, and must be upgraded.";
    for (const status of [200, 503]) {
      expect(json(status, error(message))).toMatchObject({ trouble: "upgrade-pending" });
      expect(understandJson(reply(status, message), numbers)).toMatchObject({ trouble: "upgrade-pending" });
    }
    expect(understandPage(reply(200, "<h1>Upgrade</h1>", false, "CoreUpdater"))).toMatchObject({
      trouble: "upgrade-pending",
    });
  });

  it("is not taken for Matomo's own word because a visitor wrote the same into a title", () => {
    const rows = z.array(z.object({ label: z.string() }));
    for (const label of ["Database Upgrade Required", "trusted_hosts[]", "The plugin Live is not enabled", "'view'"]) {
      const body = JSON.stringify([{ label }]);
      expect(understandJson(reply(200, body), rows)).toMatchObject({ verdict: "answered" });
      expect(understandPage(reply(200, `<script>piwik.idSite = "1";</script>${label}`))).toMatchObject({
        verdict: "answered",
      });
    }
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

  it("that warns of an untrusted host is neither shown nor refused, with or without the sign-in form's status", () => {
    const warning = '<p>add the following lines: <pre>[General]\ntrusted_hosts[] = "matomo"</pre>';
    for (const status of [200, 403]) {
      expect(understandPage(reply(status, warning))).toMatchObject({ trouble: "untrusted-host" });
    }
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
    for (const trouble of ["maintenance", "https-required", "untrusted-host", "ip-list", "upgrade-pending"] as const)
      expect(likelyReason({ ...hints, trouble })).toBe(trouble);
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
