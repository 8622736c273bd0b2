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
    expect(movedTo(old)).toBe(now);
    expect(existsSync(`app/(portal)${old}`)).toBe(false);
  });

  it.each([
    ...["/alerts", "/health/", "/healthz", "/api/healthz", "/statements/", "/statements/october"],
    ...["/statements/2026-10/x", "//evil.example/statements", "/constructor", "/__proto__"],
  ])("%s is none", (path) => expect(movedTo(path)).toBeNull());
});
