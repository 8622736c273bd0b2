import { describe, expect, it } from "vitest";
import { readBruteForceRules, recordFailedAttempt, signInIsLocked } from "@/lib/matomo/brute-force";
import { referenceHash } from "@/lib/matomo/users";
import { DAY_MS, HOUR_MS, MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { aPendingInvite, aSuperUser, aUser, bruteForceSetting, failedAttempt } from "@/tests/support/builders";
import { fourByteNames, hasInvites, rawRun, rawSql, testDb, useDatabase } from "@/tests/support/database";

useDatabase();

const AT = new Date("2026-11-24T10:00:00Z");
const IP = "203.0.113.7";
const DEFAULTS = { isOn: true, maxRetries: 20, rangeMinutes: 60, denied: [], allowed: [] };

async function isLocked({
  ip = null,
  login = null,
  at = AT,
}: {
  ip?: string | null;
  login?: string | null;
  at?: Date;
}) {
  return signInIsLocked(testDb(), await readBruteForceRules(testDb()), { ip, login, at });
}

function fail(ip: string | null, login: string | null, at = AT): Promise<void> {
  return recordFailedAttempt(testDb(), { ip, login, at });
}

function logged() {
  return rawSql("SELECT ip_address, attempted_at, login FROM `matomo_brute_force_log` ORDER BY id_brute_force_log");
}

describe("the rules", () => {
  it("are Matomo's defaults when nothing is set", async () => {
    expect(await readBruteForceRules(testDb())).toEqual(DEFAULTS);
  });

  it("are those of Matomo's settings", async () => {
    await bruteForceSetting("enableBruteForceDetection", false);
    await bruteForceSetting("maxAllowedRetries", 5);
    await bruteForceSetting("allowedRetriesTimeRange", 15);
    await bruteForceSetting("blacklistedBruteForceIps", ["192.0.2.*", "2001:db8::/32"]);
    await bruteForceSetting("whitelisteBruteForceIps", ["10.0.0.0/8"]);
    expect(await readBruteForceRules(testDb())).toEqual({
      isOn: false,
      maxRetries: 5,
      rangeMinutes: 15,
      denied: ["192.0.2.*", "2001:db8::/32"],
      allowed: ["10.0.0.0/8"],
    });
  });

  it("are the defaults where a value is not understood", async () => {
    await bruteForceSetting("enableBruteForceDetection", "maybe");
    await bruteForceSetting("maxAllowedRetries", "-1");
    await bruteForceSetting("allowedRetriesTimeRange", "0");
    await rawRun(
      "INSERT INTO `matomo_plugin_setting` (plugin_name, setting_name, setting_value, json_encoded) VALUES ('Login', 'blacklistedBruteForceIps', '[\"10.0.0.1\"', 1)",
    );
    expect(await readBruteForceRules(testDb())).toEqual(DEFAULTS);
  });

  it.each(["", " 5", "5.5", "1e9", "NaN", "99999999", "five"])("of a number %j are the defaults", async (value) => {
    await bruteForceSetting("maxAllowedRetries", value);
    await bruteForceSetting("allowedRetriesTimeRange", value);
    expect(await readBruteForceRules(testDb())).toEqual(DEFAULTS);
  });

  it("are the defaults where a number is stored twice", async () => {
    await bruteForceSetting("maxAllowedRetries", 5);
    await bruteForceSetting("maxAllowedRetries", 500);
    expect((await readBruteForceRules(testDb())).maxRetries).toBe(20);
  });

  it("take a list in its old form, one row an entry, and one whose JSON is an object; what is no text is left out", async () => {
    await bruteForceSetting("blacklistedBruteForceIps", "192.0.2.1");
    await bruteForceSetting("blacklistedBruteForceIps", "192.0.2.2");
    await rawRun(
      `INSERT INTO \`matomo_plugin_setting\` (plugin_name, setting_name, setting_value, json_encoded)
       VALUES ('Login', 'whitelisteBruteForceIps', '{"0":"10.0.0.1","2":7,"3":null,"4":"10.0.0.2"}', 1)`,
    );
    expect(await readBruteForceRules(testDb())).toMatchObject({
      denied: ["192.0.2.1", "192.0.2.2"],
      allowed: ["10.0.0.1", "10.0.0.2"],
    });
  });

  it("are not those of another plugin or of one user", async () => {
    await rawRun(
      `INSERT INTO \`matomo_plugin_setting\` (plugin_name, setting_name, setting_value, user_login)
       VALUES ('Login', 'maxAllowedRetries', '3', 'anna'), ('Live', 'maxAllowedRetries', '3', '')`,
    );
    expect(await readBruteForceRules(testDb())).toEqual(DEFAULTS);
  });
});

describe("an address", () => {
  it("is not locked by 20 failures and is by 21", async () => {
    await failedAttempt({ ip: IP, at: AT }, 20);
    expect(await isLocked({ ip: IP })).toBe(false);
    await failedAttempt({ ip: IP, at: AT });
    expect(await isLocked({ ip: IP })).toBe(true);
    expect(await isLocked({ ip: "203.0.113.8" })).toBe(false);
    expect(await isLocked({ ip: null })).toBe(false);
  });

  it("is locked by failures of Matomo and of the portal together", async () => {
    await failedAttempt({ ip: IP, login: "anna", at: plus(AT, -MINUTE_MS) }, 18);
    await fail(IP, "ben");
    await fail(`::ffff:${IP}`, null);
    expect(await isLocked({ ip: IP })).toBe(false);
    await fail(IP, null);
    expect(await isLocked({ ip: IP })).toBe(true);
  });

  it("is the same client in each of its spellings", async () => {
    await failedAttempt({ ip: `::ffff:${IP}`, at: AT }, 11);
    await failedAttempt({ ip: IP, at: AT }, 10);
    for (const ip of [IP, `::ffff:${IP}`, "::ffff:cb00:7107"]) expect(await isLocked({ ip }), ip).toBe(true);
    await failedAttempt({ ip: "2001:db8::1", at: AT }, 21);
    for (const ip of ["2001:db8::1", "2001:DB8:0:0:0:0:0:1"]) expect(await isLocked({ ip }), ip).toBe(true);
  });

  it("is free again exactly when the range is over", async () => {
    await bruteForceSetting("maxAllowedRetries", 1);
    await bruteForceSetting("allowedRetriesTimeRange", 15);
    await failedAttempt({ ip: IP, at: AT }, 2);
    expect(await isLocked({ ip: IP, at: plus(AT, 15 * MINUTE_MS - SECOND_MS) })).toBe(true);
    expect(await isLocked({ ip: IP, at: plus(AT, 15 * MINUTE_MS - 1) })).toBe(true);
    expect(await isLocked({ ip: IP, at: plus(AT, 15 * MINUTE_MS) })).toBe(false);
  });

  it("is locked by failures that another server's clock dated ahead, as in Matomo", async () => {
    await failedAttempt({ ip: IP, login: "anna", at: plus(AT, 5 * MINUTE_MS) }, 61);
    expect(await isLocked({ ip: IP })).toBe(true);
    expect(await isLocked({ login: "anna" })).toBe(true);
  });

  it("is locked by the first failure where Matomo forgives none", async () => {
    await bruteForceSetting("maxAllowedRetries", 0);
    expect(await isLocked({ ip: IP })).toBe(false);
    await fail(IP, null);
    expect(await isLocked({ ip: IP })).toBe(true);
  });

  it("on the deny-list is locked without a failure, also when it is on the allow-list", async () => {
    await bruteForceSetting("blacklistedBruteForceIps", ["203.0.113.*"]);
    await bruteForceSetting("whitelisteBruteForceIps", [IP]);
    expect(await isLocked({ ip: IP })).toBe(true);
    expect(await isLocked({ ip: `::ffff:${IP}` })).toBe(true);
    expect(await isLocked({ ip: "203.0.114.7" })).toBe(false);
  });

  it("on the allow-list is never locked for its failures; the login still is", async () => {
    await bruteForceSetting("whitelisteBruteForceIps", ["203.0.113.0/24"]);
    await failedAttempt({ ip: IP, login: "anna", at: AT }, 61);
    expect(await isLocked({ ip: IP })).toBe(false);
    expect(await isLocked({ ip: IP, login: "ben" })).toBe(false);
    expect(await isLocked({ ip: IP, login: "anna" })).toBe(true);
  });

  it("is not locked by what is no address, in the list or in the request", async () => {
    await bruteForceSetting("blacklistedBruteForceIps", ["", "rubbish", "203.0.113"]);
    await failedAttempt({ ip: "unknown", at: AT }, 30);
    await failedAttempt({ ip: null, at: AT }, 30);
    for (const ip of [IP, "unknown", "", null, "🔑"]) expect(await isLocked({ ip }), String(ip)).toBe(false);
  });
});

describe("a login", () => {
  it("is not locked by 60 failures from anywhere and is by 61", async () => {
    for (let host = 1; host <= 60; host += 20) {
      await failedAttempt({ ip: `192.0.2.${host}`, login: "anna", at: plus(AT, -host * SECOND_MS) }, 20);
    }
    expect(await isLocked({ login: "anna", ip: IP })).toBe(false);
    await fail("198.51.100.1", "anna");
    expect(await isLocked({ login: "anna", ip: IP })).toBe(true);
    expect(await isLocked({ login: "ANNA", ip: null })).toBe(true);
    expect(await isLocked({ login: "annabel", ip: IP })).toBe(false);
    expect(await isLocked({ login: null, ip: IP })).toBe(false);
  });

  it("is locked for 60 minutes, whatever the range for addresses is", async () => {
    await bruteForceSetting("allowedRetriesTimeRange", 5);
    await failedAttempt({ login: "anna", at: AT }, 61);
    expect(await isLocked({ login: "anna", at: plus(AT, HOUR_MS - 1) })).toBe(true);
    expect(await isLocked({ login: "anna", at: plus(AT, HOUR_MS) })).toBe(false);
  });

  it.each([
    [2, 10],
    [5, 15],
    [30, 90],
  ])("with %i retries is locked after %i failures: three times as many, at least ten", async (retries, limit) => {
    await bruteForceSetting("maxAllowedRetries", retries);
    await failedAttempt({ login: "anna", at: AT }, limit);
    expect(await isLocked({ login: "anna" })).toBe(false);
    await failedAttempt({ login: "anna", at: AT });
    expect(await isLocked({ login: "anna" })).toBe(true);
  });

  it("anonymous is never locked", async () => {
    await failedAttempt({ login: "anonymous", at: AT }, 100);
    for (const login of ["anonymous", "Anonymous"]) expect(await isLocked({ login })).toBe(false);
  });

  it("that Matomo cannot store is not locked, and breaks no query", async () => {
    await failedAttempt({ login: null, at: AT }, 100);
    await failedAttempt({ login: "", at: AT }, 100);
    for (const login of ["🔑", "", "x".repeat(101), "\u0000", "\u200b"]) expect(await isLocked({ login })).toBe(false);
  });
});

it("with the detection off in Matomo nothing is locked", async () => {
  await bruteForceSetting("enableBruteForceDetection", false);
  await bruteForceSetting("blacklistedBruteForceIps", [IP]);
  await failedAttempt({ ip: IP, login: "anna", at: AT }, 100);
  expect(await isLocked({ ip: IP, login: "anna" })).toBe(false);
});

describe("a failure of the portal", () => {
  it("stands in Matomo's log as Matomo writes it: address as text, UTC to the second, login", async () => {
    await fail(`::ffff:${IP}`, "jürgen", new Date("2026-11-24T10:00:10.999Z"));
    await fail("2001:DB8::1", "anna@people.example", AT);
    const rows = (await logged()).map((row) => ({
      ...row,
      attempted_at: String(row.attempted_at).slice(0, 19).replace("T", " "),
    }));
    expect(rows).toEqual([
      { ip_address: IP, attempted_at: "2026-11-24 10:00:10", login: "jürgen" },
      { ip_address: "2001:db8::1", attempted_at: "2026-11-24 10:00:00", login: "anna@people.example" },
    ]);
  });

  it("with a login or an address that cannot be stored names none: never a cut one, which is another's", async () => {
    await fail("unknown", "🔑anna");
    await fail("x".repeat(200), `${"x".repeat(100)}y`);
    await fail(null, null);
    await fail(IP, "");
    await fail(`fe80::1%${"z".repeat(100)}`, "x".repeat(100));
    expect((await logged()).map((row) => [row.ip_address, row.login])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [IP, null],
      ["fe80::1", "x".repeat(100)],
    ]);
  });

  it("that is a day old counts no more, and rows are never deleted here", async () => {
    await failedAttempt({ ip: IP, login: "anna", at: plus(AT, -DAY_MS) }, 100);
    expect(await isLocked({ ip: IP, login: "anna" })).toBe(false);
    await fail(IP, "anna");
    expect(await logged()).toHaveLength(101);
  });
});

describe("the reference hash", () => {
  it("is that of the first Super User by login; never anonymous, an empty one or an ordinary user's", async () => {
    expect(await referenceHash(testDb())).toBeNull();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 1, password = 'x' WHERE login = 'anonymous'");
    await aUser({ login: "aaa", passwordHash: "hash of a viewer" });
    await aSuperUser({ login: "aab", passwordHash: "" });
    expect(await referenceHash(testDb())).toBeNull();
    await aSuperUser({ login: "carl", passwordHash: "hash of carl" });
    await aSuperUser({ login: "ben", passwordHash: "hash of ben" });
    expect(await referenceHash(testDb())).toBe("hash of ben");
  });

  it.runIf(hasInvites)("is not that of a pending invitation", async () => {
    await aPendingInvite({ login: "aaa", superUser: true });
    await rawRun("UPDATE `matomo_user` SET password = 'hash of an invite' WHERE login = 'aaa'");
    expect(await referenceHash(testDb())).toBeNull();
  });
});

it.runIf(!fourByteNames)("runs on a utf8mb3 log, which refuses characters of four bytes", async () => {
  await expect(failedAttempt({ login: "🔑", at: AT })).rejects.toThrow(/Incorrect string value/);
});
