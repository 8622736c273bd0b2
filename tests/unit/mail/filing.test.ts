import { beforeEach, describe, expect, it, vi } from "vitest";
import { filing } from "@/lib/messaging/mail/filing";
import { forgetAll } from "@/lib/platform/once-per-process";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

function filed(NEXTAUTH_URL: string, mail: { kind?: string; installation?: string; threads?: string[] } = {}) {
  portalEnv({ NEXTAUTH_URL });
  return filing({ kind: "finding", installation: "one", threads: [], ...mail });
}

beforeEach(() => {
  forgetAll();
  vi.unstubAllEnvs();
});

describe("what lets a mail program file a mail", () => {
  it.each([
    ["https://portal.example", "reminder", "Public Access reminders <reminders.public-access.portal.example>"],
    ["https://portal.example", "made-public", "Public Access alerts <alerts.public-access.portal.example>"],
    ["http://localhost:3000", "drill", "Public Access alerts <alerts.public-access.3000.localhost>"],
    ["https://[2001:db8::1]:8443", "finding", "Public Access alerts <alerts.public-access.8443.2001-db8-1>"],
    ["https://pörtal.example", "finding", "Public Access alerts <alerts.public-access.xn--prtal-jua.example>"],
  ])("is the list of the portal at %s (%s)", async (address, kind, listId) => {
    expect(filed(address, { kind })).toEqual({ "List-Id": listId });
  });

  it("is the same thread for all mails about one thing, and another one for another thing or another portal", async () => {
    const about = async (installation: string, ...threads: string[]) =>
      filed("https://portal.example", { installation, threads }).References ?? "";
    const [found, mended] = [await about("one", "a"), await about("one", "a", "b")];
    expect(found).toMatch(/^<[0-9a-f]{64}@public-access\.portal\.example>$/);
    expect(mended.split(" ")).toEqual([found, await about("one", "b")]);
    expect(await about("two", "a")).not.toBe(found);
  });

  it("stays within what a header may hold, however many things a mail is about", async () => {
    const threads = Array.from({ length: 100 }, (_, index) => `finding/${index}`);
    const { References = "", "In-Reply-To": last } = filed("https://portal.example", { threads });
    expect(References.length).toBeLessThan(998);
    expect(References.endsWith(last ?? "nothing")).toBe(true);
  });
});
