import { afterEach, describe, expect, it } from "vitest";
import { env, parseEnv, replaceBadSettings, settingStates } from "@/lib/platform/env";
import { variableNames } from "@/lib/platform/env/variables";

const GOOD: Record<string, string> = {
  DATABASE_URL: "file:./matomo.db",
  NEXTAUTH_URL: "https://portal.example",
  NEXTAUTH_SECRET: "kJ8s0dLq2nBx7RvTz4WyH1cEoU9mGpA6",
  CRON_SECRET: "kJ8s0dLq2nBx7RvT",
  MAIL_TRANSPORT: "mailbox",
  MAIL_FROM: "portal@portal.example",
  MAILBOX_DIR: "/tmp/mailbox",
};
/** Of each kind of wrong: not there, and nothing that could be meant. */
const WRONG = ["", "\u0000 nonsense of somebody's"];

const problemsIn = (source: Record<string, string>) =>
  settingStates(source).flatMap(({ name, problem }) => (problem === null ? [] : [name]));

afterEach(() => replaceBadSettings(GOOD));

describe("what is said of each setting", () => {
  it("is said of all of them, in their order", () => {
    const states = settingStates(GOOD);
    expect(states.map(({ name }) => name)).toEqual(variableNames);
    expect(states.filter(({ isSet }) => isSet).map(({ name }) => name)).toEqual(
      variableNames.filter((name) => name in GOOD),
    );
    expect(problemsIn(GOOD)).toEqual([]);
  });

  it("names each bad one and never its value", () => {
    const source = { ...GOOD, NEXTAUTH_SECRET: "hunter2", PORT: "99999999", MAIL_TRANSPORT: "pigeon" };
    expect(problemsIn(source)).toEqual(["NEXTAUTH_SECRET", "MAIL_TRANSPORT", "PORT"]);
    expect(JSON.stringify(settingStates(source))).not.toMatch(/hunter2|99999999|pigeon/);
  });
});

describe("stand-ins for what is bad", () => {
  it("leave what is good as it is", () => {
    replaceBadSettings({ ...GOOD, PORT: "nonsense", CRON_SECRET: "short" });
    expect(env()).toEqual({ ...parseEnv(GOOD), CRON_SECRET: env().CRON_SECRET });
    expect(env().CRON_SECRET).not.toBe("short");
  });

  it.each(variableNames)("let everything else be looked at while %s is wrong", (name) => {
    for (const wrong of WRONG) {
      replaceBadSettings({ ...GOOD, [name]: wrong });
      expect(env().NEXTAUTH_URL).toMatch(/^https:/);
    }
  });

  it("do so while nothing at all is set, and while everything is wrong", () => {
    replaceBadSettings({});
    expect(env().MATOMO_TABLE_PREFIX).toBe("matomo_");
    replaceBadSettings(Object.fromEntries(variableNames.map((name) => [name, "\u0000 nonsense"])));
    expect(env().MATOMO_TABLE_PREFIX).toBe("matomo_");
  });

  it("do so for what is wrong only together", () => {
    replaceBadSettings({ ...GOOD, OIDC_ISSUER: "https://id.example" });
    expect(env().OIDC_ISSUER).toBeUndefined();
    replaceBadSettings({ ...GOOD, MATOMO_URL: "https://portal.example/matomo/" });
    expect(env().MATOMO_URL).toBe("https://portal.example/matomo/");
    expect(env().NEXTAUTH_URL).not.toBe("https://portal.example");
  });
});
