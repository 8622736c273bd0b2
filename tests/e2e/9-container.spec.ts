import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { healthCheck, root, stages } from "@/tests/support/dockerfile";
import { freePort } from "@/tests/support/mariadb";
import { expect, test } from "./portal";

const NOBODY = 65_534;
const folder = mkdtempSync(path.join(tmpdir(), "pa-container-"));
let server: ChildProcess | undefined;

test.afterAll(() => {
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command with the environment of the image and what an operator adds, as an account that owns nothing. */
function asNobody(env: Record<string, string>): Parameters<typeof spawn>[2] & { encoding: "utf8" } {
  const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    ...account,
  };
}

test("what the image holds is enough to run, for somebody who may change none of it", async () => {
  const image = stages.at(-1);
  for (const { what } of image?.copies ?? []) {
    for (const source of what) cpSync(path.join(root, source.replace(/^\/app\//, "")), folder, { recursive: true });
  }
  spawnSync("chmod", ["-R", "a+rX,a-w", folder]);
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => path.basename(String(name)).startsWith(".env")),
  ).toEqual([]);
  for (const left of ["tests", "docs", ".git", "prisma/seed"]) expect(existsSync(path.join(folder, left))).toBe(false);

  const port = await freePort();
  const base = stages.find(({ name }) => name === image?.from);
  const env = {
    ...base?.env,
    ...image?.env,
    PORT: String(port),
    // Nothing is asked of it: liveness asks no database.
    DATABASE_URL: "mysql://portal:portal@127.0.0.1:9/matomo",
    NEXTAUTH_URL: "https://portal.nordlicht.example",
    NEXTAUTH_SECRET: "of-this-test-alone-0123456789abcdef",
    CRON_SECRET: "of-this-test-alone",
    MAIL_TRANSPORT: "smtp",
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "public-access@nordlicht.example",
  };
  const options = asNobody(env);
  const ask = () => spawnSync(process.execPath, healthCheck.slice(1), { ...options, timeout: 10_000 }).status;
  expect(ask()).toBe(1);

  let said = "";
  server = spawn(process.execPath, ["server.js"], options);
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (said += chunk));
  await expect.poll(ask, { timeout: 30_000, message: said }).toBe(0);

  const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<title>")]);
  expect(said).not.toMatch(/EACCES|EROFS|EPERM|Cannot find/);

  const ended = new Promise((resolve) => server?.once("exit", (code, signal) => resolve(code ?? signal)));
  server.kill("SIGTERM");
  expect([0, 143]).toContain(await ended);
  chmodSync(folder, 0o700);
});
