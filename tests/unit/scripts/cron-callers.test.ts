import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

type Answer = { status: number; headers?: Record<string, string>; body?: string };
let answer: Answer = { status: 200 };
const asked: { path: string; authorization: string | undefined }[] = [];
const server = createServer((request, response) => {
  asked.push({ path: request.url ?? "", authorization: request.headers.authorization });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
let origin = "";
let home = "";

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  home = mkdtempSync(path.join(tmpdir(), "pa-cron-"));
  for (const name of [".portal-cron", "cron-header"]) {
    writeFileSync(path.join(home, name), "Authorization: Bearer the-cron-secret\n");
  }
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  server.close();
  await once(server, "close");
});

/** The lines of the crontab that the guide prints, without the time, and the systemd unit's command for one job. */
const crontab = [...read("docs/operations.md").matchAll(/^(?:[\d*/]+ +){5}(.+\/api\/cron\/\w+)$/gm)].map(
  ([, line = ""]) => [path.basename(line), line.replace("https://portal.example.org", "$PORTAL_URL")] as const,
);
const unit = /^ExecStart=(.+)$/m.exec(read("docs/deployment/portal-cron@.service"))?.[1] ?? "";
const callers = [...crontab, ["probe", unit.replaceAll("%i", "probe")] as const];

async function run(command: string): Promise<{ code: number; said: string }> {
  const place = { HOME: home, CREDENTIALS_DIRECTORY: home, PORTAL_URL: origin };
  const child = spawn("sh", ["-c", command], { env: { PATH: process.env.PATH, NODE_ENV: "test", ...place } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)));
  const [code] = await once(child, "close");
  return { code: Number(code), said };
}

const DONE = { status: 200, body: '{"job":"watch","outcome":"done","sites":3}' };
const ANYTHING_ELSE: [string, Answer][] = [
  ["a redirect to https", { status: 301, headers: { location: "https://portal.example.org/api/cron/watch" } }],
  ["a redirect to another host", { status: 302, headers: { location: "http://127.0.0.1:9/" }, body: DONE.body }],
  ["a redirect to the same address", { status: 308, headers: { location: "/api/cron/watch" } }],
  ["a redirect that leads nowhere", { status: 302 }],
  ["nothing new", { status: 304 }],
  ["nothing", { status: 204 }],
  ["an empty page", { status: 200 }],
  ["the sign-in of a proxy", { status: 200, body: "<html><form>Sign in</form></html>" }],
  ["no secret", { status: 401, body: '{"outcome":"refused"}' }],
  ["a job that failed", { status: 503, body: '{"job":"watch","outcome":"failed"}' }],
];

describe.each(callers)("the documented caller of %s", (job, command) => {
  it("says nothing and ends with 0 when the job was done", async () => {
    asked.length = 0;
    answer = DONE;
    expect(await run(command)).toEqual({ code: 0, said: "" });
    expect(asked).toEqual([{ path: `/api/cron/${job}`, authorization: "Bearer the-cron-secret" }]);
  });

  it.each(ANYTHING_ELSE)("fails and says so when the answer is %s, and follows nothing", async (_what, other) => {
    asked.length = 0;
    answer = other;
    const { code, said } = await run(command);
    expect(code).not.toBe(0);
    expect(said).toContain(`${origin}/api/cron/${job} failed`);
    expect(asked).toHaveLength(1);
  });
});

it("crontab and systemd call every job, and a percent sign, which ends a line of a crontab, is nowhere", () => {
  expect(crontab.map(([job]) => job)).toEqual(["watch", "deliver", "reminders", "probe"]);
  for (const [, line] of crontab) expect(line).not.toContain("%");
  expect(unit).toContain("%i");
});
