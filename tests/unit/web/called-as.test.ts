import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { CALLED_AS_HEADER, calledAs } from "@/lib/platform/web/called-as";

const PORTAL = "https://portal.example";

describe("a call is told of its address", () => {
  it.each([
    ["http", "portal.example", "http://portal.example"],
    ["http", "portal.example:80", "http://portal.example"],
    ["https", "portal.example:8443", "https://portal.example:8443"],
    ["https", "www.portal.example", "https://www.portal.example"],
    ["https", "old-portal.example.org", "https://old-portal.example.org"],
    ["https", "203.0.113.9", null],
    ["http", "8.8.8.8", "http://8.8.8.8"],
  ])("%s to %s", (protocol, host, told) => expect(calledAs(protocol, host, PORTAL)).toBe(told));

  it.each([
    ["https", "portal.example"],
    ["https", "portal.example:443"],
    ["https", "PORTAL.example"],
    ["http", "127.0.0.1:3000"],
    ["http", "[::1]:3000"],
    ["http", "localhost:3000"],
    ["http", "portal:3000"],
    ["http", "10.0.0.5:3000"],
    ["http", "portal.internal"],
    ["http", ""],
    ["http", "no host at all"],
  ])("but not one by %s to %j, which is right or never leaves the house", (protocol, host) => {
    expect(calledAs(protocol, host, PORTAL)).toBeNull();
  });
});

describe("before every request", () => {
  const seen = async (path: string, headers: Record<string, string>) => {
    Object.assign(process.env, {
      DATABASE_URL: "file:./matomo.db",
      NEXTAUTH_URL: PORTAL,
      NEXTAUTH_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
      CRON_SECRET: "cron-secret-of-the-tests",
      MAIL_TRANSPORT: "mailbox",
      MAIL_FROM: "Public Access <alerts@portal.example>",
      MAILBOX_DIR: "mailbox",
    });
    const { proxy } = await import("@/proxy");
    const answer = proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
    return answer.headers.get(`x-middleware-request-${CALLED_AS_HEADER}`);
  };

  it("a cron call over plain http or another host is marked, by what the first proxy was asked for", async () => {
    const forwarded = {
      host: "localhost:3000",
      "x-forwarded-host": "portal.example",
      "x-forwarded-proto": "http, https",
    };
    expect(await seen("/api/cron/watch", forwarded)).toBe("http://portal.example");
    expect(await seen("/api/cron/watch", { host: "other.example.org" })).toBe("http://other.example.org");
    expect(await seen("/api/cron/watch", { ...forwarded, "x-forwarded-proto": "https" })).toBeNull();
    expect(await seen("/api/sites", forwarded)).toBeNull();
  });

  it("the mark of a client is dropped", async () => {
    const right = { host: "portal.example", "x-forwarded-proto": "https", [CALLED_AS_HEADER]: "https://evil.example" };
    expect(await seen("/api/cron/watch", right)).toBeNull();
    expect(await seen("/", right)).toBeNull();
  });
});
