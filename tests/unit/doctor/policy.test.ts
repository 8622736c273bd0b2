import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bad, good, unknown, warning } from "@/lib/reports/doctor/line";
import {
  exitCodeOf,
  isMailSetting,
  isNodeNewEnough,
  matomoVersionStatus,
  mayBeSilentFor,
  NEEDED_NODE,
  networkReason,
  skewVerdict,
  weaknessOf,
  worstOf,
} from "@/lib/reports/doctor/policy";

describe("the exit code", () => {
  const fine = good("node");
  const less = warning("monitor", "monitorNone");
  const dark = unknown("version", "versionUnread");
  const ill = bad("watch", "jobNever");
  it("is 0 for good and for warnings, 1 for anything bad, 2 for what could not be looked at", () => {
    expect(exitCodeOf([])).toBe(0);
    expect(exitCodeOf([fine])).toBe(0);
    expect(exitCodeOf([fine, less])).toBe(0);
    expect(exitCodeOf([fine, less, dark])).toBe(2);
    expect(exitCodeOf([fine, less, dark, ill])).toBe(1);
  });
  it("goes by the worst: unknown is worse than a warning", () => {
    expect(worstOf([less, dark, fine])).toBe("unknown");
  });
});

describe("a secret", () => {
  it.each([
    ["a".repeat(40), "guessable"],
    ["abc".repeat(14), "guessable"],
    ["01234567".repeat(5), "guessable"],
    ["abababab-babab-ababababab-bab-bab", "guessable"],
    ["a-secret-of-the-tests-with-more-than-32-characters", "guessable"],
    ["Xk29dlw0cmpqzlaPASSWORD83jfhtyrv", "guessable"],
    ["changeme-kdj83hfnvb72ls0qpwo39rut", "guessable"],
    ["kJ8s0dLq2nBx7RvT", "short"],
    ["kJ8s0dLq2nBx7RvTz4WyH1cEoU9mGpA6fIrDk3XbQjs=", null],
    ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c", null],
  ])("%j: %s", (secret, weakness) => {
    expect(weaknessOf(secret)).toBe(weakness);
  });
});

it("a clock is good within 5 seconds, bad beyond a minute, either way", () => {
  expect([0, 5_000, -5_000].map(skewVerdict)).toEqual(["good", "good", "good"]);
  expect([5_001, -60_000].map(skewVerdict)).toEqual(["warning", "warning"]);
  expect([60_001, -90_000].map(skewVerdict)).toEqual(["bad", "bad"]);
});

it("Node must be what package.json asks for", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(engines.node).toBe(`>=${NEEDED_NODE}`);
  expect(["20.19.0", "20.20.2", "22.0.0"].map(isNodeNewEnough)).toEqual([true, true, true]);
  expect(["20.18.9", "18.20.0", "20"].map(isNodeNewEnough)).toEqual([false, false, false]);
});

it("a job may miss three of its calls, or three of the watch's where that is called more rarely", () => {
  expect(mayBeSilentFor(1, 5)).toBe(15);
  expect(mayBeSilentFor(60, 5)).toBe(180);
  expect(mayBeSilentFor(60, 1440)).toBe(4320);
});

it("knows Matomo 4.10 to 5.x", () => {
  expect(["4.10.0", "4.16.1", "5.2.0-b5", "6.0.0"].map(matomoVersionStatus)).toEqual(Array(4).fill("known"));
  expect(["4.9.1", "3.14.1", "4.10.0-rc1"].map(matomoVersionStatus)).toEqual(Array(3).fill("too-old"));
  expect(["5.99.0", "6.0.1", "7.0.0"].map(matomoVersionStatus)).toEqual(Array(3).fill("too-new"));
  expect([null, "", "nonsense"].map(matomoVersionStatus)).toEqual(["unread", "unread", "unread"]);
});

it("says why a server could not be talked to by its codes alone, however deep they lie", () => {
  const failed = (code: string, deep = false) => {
    const error = Object.assign(new Error("for anna@people.example"), { code });
    return deep ? new TypeError("fetch failed", { cause: error }) : error;
  };
  expect(networkReason(failed("ECONNREFUSED", true))).toBe("port");
  expect(networkReason(failed("ENOTFOUND", true))).toBe("host");
  expect(networkReason(failed("DEPTH_ZERO_SELF_SIGNED_CERT", true))).toBe("tls");
  expect(networkReason(failed("EAUTH"))).toBe("account");
  expect(networkReason(failed("ETIMEDOUT"))).toBe("other");
  expect(networkReason("nonsense")).toBe("other");
});

it("knows the settings of the mail", () => {
  expect(["MAIL_FROM", "SMTP_URL", "ALERT_WEBHOOK_URL", "FALLBACK_SMTP_URL"].every(isMailSetting)).toBe(true);
  expect(["DATABASE_URL", "HEARTBEAT_URL", "CRON"].some(isMailSetting)).toBe(false);
});
