import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { aRun } from "@/tests/support/builders-portal";
import { callScript } from "@/tests/support/call-script";
import { dialect, rawRun, tablePrefix, useDatabase } from "@/tests/support/database";

useDatabase();

const TIMEOUT = { timeout: 120_000 };
const SECRETS = ["kJ8s0dLq2nBx7RvTz4WyH1cEoU9mGpA6fIr", "Vb3xZq8LmT0pKs7WdYc5RjNh2Gf9"] as const;
const mailboxDir = mkdtempSync(path.join(tmpdir(), "pa-doctor-"));

beforeEach(async () => {
  await aSite({ name: "Secret Project" });
  await aSuperUser({ login: "anna.berg", email: "anna.berg@people.example" });
  for (const job of ["watch", "deliver", "reminders", "probe"]) await aRun({ job });
});

function usual(): Record<string, string> {
  return {
    ...{ PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "" },
    ...{ DATABASE_URL: process.env.DATABASE_URL ?? "", MATOMO_TABLE_PREFIX: tablePrefix },
    ...{ NEXTAUTH_URL: "https://portal.example", NEXTAUTH_SECRET: SECRETS[0], CRON_SECRET: SECRETS[1] },
    ...{ MAIL_TRANSPORT: "mailbox", MAIL_FROM: "alerts@portal.example", MAILBOX_DIR: mailboxDir },
  };
}

type Said = { status: number | null; stdout: string; stderr: string };

/** What the command says with these settings and no others. */
async function doctor(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  const { code, ...said } = await callScript("doctor", args, settings);
  return { status: code, ...said };
}

/** The same as an operator calls it: a process of its own. */
function doctorProcess(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const env: NodeJS.ProcessEnv = { ...settings, NODE_ENV: "production" };
    const child = spawn(process.execPath, ["bin/public-access", "doctor", ...args], { env });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (data) => {
      said.stdout += data;
    });
    child.stderr.on("data", (data) => {
      said.stderr += data;
    });
    child.on("close", (status) => resolve({ status, ...said }));
  });
}

function expectNothingSecret({ stdout, stderr }: Said): void {
  for (const hidden of [...SECRETS, "anna.berg", "Secret Project", "hunter2"]) {
    expect(stdout + stderr).not.toContain(hidden);
  }
}

describe("bin/public-access doctor", () => {
  it("ends with 0 where the portal can do its work, one line for each thing", TIMEOUT, async () => {
    const said = await doctorProcess(usual());
    expect([said.status, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(/^ {2}good {5}Matomo’s tables: OK$/m);
    expect(said.stdout).toMatch(/^ {2}good {5}Test mail: Not sent/m);
    expect(said.stdout).toMatch(/^ {2}warning {2}Mail transport: Mail stays in the mailbox/m);
    expect(said.stdout).toMatch(/^bad: 0, unknown: 0, warning: \d+, good: \d+$/m);
    expectNothingSecret(said);
    expect(readdirSync(mailboxDir)).toEqual([]);
  });

  it("says all it can with settings with which no server starts, and ends with 1", async () => {
    const broken = { NEXTAUTH_SECRET: "hunter2", CRON_SECRET: "", PORT: "hunter2" };
    const said = await doctor({ ...usual(), ...broken });
    expect([said.status, said.stderr]).toEqual([1, ""]);
    expect(said.stdout).toMatch(/^ {2}bad {6}NEXTAUTH_SECRET must be 32 characters or longer/m);
    expect(said.stdout).toMatch(/^ {2}bad {6}CRON_SECRET is missing/m);
    expect(said.stdout).toMatch(/^ {2}bad {6}PORT must be a port number/m);
    expect(said.stdout).toMatch(/^ {2}unknown {2}Strength of NEXTAUTH_SECRET: Not checked/m);
    // The database needs none of them.
    expect(said.stdout).toMatch(/^ {2}good {5}User anonymous: /m);
    expect(said.stdout).toMatch(/^bad: 3, /m);
    expectNothingSecret(said);
  });

  it("gives the same as JSON, and 2 for what could not be looked at", async () => {
    await rawRun("DELETE FROM `matomo_option` WHERE option_name = 'version_core'");
    const said = await doctor(usual(), "--json");
    expect([said.status, said.stderr]).toEqual([2, ""]);
    const { exitCode, lines } = JSON.parse(said.stdout);
    expect(exitCode).toBe(2);
    expect(lines).toContainEqual({
      ...{ group: "matomo", check: "version", verdict: "unknown", what: "Matomo version" },
      is: "Unknown.",
      todo: "Check version_core in Matomo’s table option.",
    });
    expectNothingSecret(said);
  });

  it.runIf(dialect === "mysql")("names the prefix that is there", async () => {
    const said = await doctor({ ...usual(), MATOMO_TABLE_PREFIX: "stats_" });
    expect(said.status).toBe(1);
    expect(said.stdout).toContain(`Set MATOMO_TABLE_PREFIX to ${tablePrefix || '""'}.`);
    expectNothingSecret(said);
  });

  it("sends a test mail when asked to, and says what became of it without the address", async () => {
    const said = await doctor(usual(), "--send-test", "anna.berg@people.example");
    expect(said.status).toBe(0);
    expect(said.stdout).toMatch(/^ {2}good {5}Test mail: Accepted for a…@people\.example by mailbox\./m);
    expectNothingSecret(said);
    expect(readdirSync(mailboxDir)).toHaveLength(1);
  });

  it("explains itself, and takes nothing that it does not know", async () => {
    const help = await doctor({ PATH: process.env.PATH ?? "" }, "--help");
    expect([help.status, help.stderr]).toEqual([0, ""]);
    expect(help.stdout).toMatch(/Exit code: 0 good, or warnings only; 1 something is bad; 2 /);
    const wrong = await doctor(usual(), "--repair");
    expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toMatch(/--repair/);
  });
});
