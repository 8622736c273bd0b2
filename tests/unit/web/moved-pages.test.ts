import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { movedTo } from "@/lib/platform/web/moved-pages";

describe("an address that a page had once", () => {
  it.each([
    ["/deliveries", "/alerts"],
    ["/health", "/settings/status"],
    ["/statements", "/activity/reports"],
    ["/statements/2026-10", "/activity/reports/2026-10"],
  ])("%s leads to where the page is", (old, now) => {
    expect(movedTo(old, new URLSearchParams())).toBe(now);
    expect(existsSync(`app/(portal)${old}`)).toBe(false);
  });

  it("of the mails is not that of the people", () => {
    for (const query of ["show=attention", "to=a%40x.example", "page=2"]) {
      expect(movedTo("/deliveries", new URLSearchParams(query))).toBe("/alerts/sent");
    }
    expect(movedTo("/deliveries", new URLSearchParams("reach=unknown"))).toBe("/alerts");
  });

  it.each([
    ...["/alerts", "/health/", "/healthz", "/api/healthz", "/statements/", "/statements/october"],
    ...["/statements/2026-10/x", "//evil.example/statements", "/constructor", "/__proto__"],
  ])("%s is none", (path) => expect(movedTo(path, new URLSearchParams("show=attention"))).toBeNull());
});
