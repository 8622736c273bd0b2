import { beforeEach, describe, expect, it, vi } from "vitest";
import { requestOrigin } from "@/lib/auth/request";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => sent.headers }));

beforeEach(() => {
  vi.unstubAllEnvs();
  portalEnv({ TRUSTED_PROXIES: "10.0.0.0/8" });
  sent.headers = new Headers();
});

const address = async (forwardedFor: string) => {
  sent.headers.set("x-forwarded-for", forwardedFor);
  return (await requestOrigin()).ip;
};

describe("where a request came from", () => {
  it("is unknown without a connection, whatever X-Forwarded-For says", async () => {
    expect(await address("203.0.113.9")).toBeNull();
  });

  it("is on Vercel what the platform wrote over X-Forwarded-For", async () => {
    vi.stubEnv("VERCEL", "1");
    expect(await address("203.0.113.9")).toBe("203.0.113.9");
    expect(await address("2001:DB8::9")).toBe("2001:db8::9");
  });

  it.each(["198.51.100.1, 203.0.113.9", "unknown", "", "0313.0.113.9"])(
    "is unknown on Vercel when X-Forwarded-For is %j, which the platform does not write",
    async (forwardedFor) => {
      vi.stubEnv("VERCEL", "1");
      expect(await address(forwardedFor)).toBeNull();
    },
  );

  it.each(["", "0", "true"])("is not believed from a header when VERCEL is %j", async (value) => {
    vi.stubEnv("VERCEL", value);
    expect(await address("203.0.113.9")).toBeNull();
  });

  it("says the browser's words without controls and marks of direction, 300 characters at most", async () => {
    sent.headers.set("user-agent", `Mozilla\t5.0${"x".repeat(400)}`);
    expect((await requestOrigin()).userAgent).toBe(`Mozilla5.0${"x".repeat(290)}`);
  });
});
