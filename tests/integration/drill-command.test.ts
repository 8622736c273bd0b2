import { execFile } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { callScript } from "@/tests/support/call-script";
import { testDb, useDatabase } from "@/tests/support/database";
import { auditOf, everything, expectChainHolds, mails } from "@/tests/support/state";

useDatabase();
// A process compiles for itself, which on a busy machine takes half a minute.
vi.setConfig({ testTimeout: 240_000 });

const root = path.join(import.meta.dirname, "../..");
let refused = "";
const taken: { to: string; text: string }[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, done) =>
    address === refused ? done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })) : done(),
  async onData(stream, session, done) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    taken.push({
      to: session.envelope.rcptTo.map(({ address }) => address).join(),
      text: Buffer.concat(chunks).toString("utf8"),
    });
    done();
  },
});
smtp.listen(0, "127.0.0.1");
await once(smtp.server, "listening");
const address = smtp.server.address();
if (typeof address !== "object" || address === null) throw new Error("the mail server has no port");
const MAIL = { MAIL_TRANSPORT: "smtp", SMTP_URL: `smtp://127.0.0.1:${address.port}` };
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));

beforeEach(async () => {
  refused = "";
  taken.length = 0;
  for (const login of ["anna", "bela"]) await aSuperUser({ login });
});

type Said = { code: number; stdout: string; stderr: string };

/** `bin/public-access test-alert …`, with the configuration of this test. */
const drill = (args: readonly string[] = [], env: Record<string, string> = {}): Promise<Said> =>
  callScript("drill", args, { ...process.env, ...MAIL, ...env });

/** The same as a process. */
function drillProcess(args: readonly string[]) {
  return new Promise<Said>((resolve) => {
    const child = execFile(
      process.execPath,
      ["bin/public-access", "test-alert", ...args],
      { cwd: root, env: { ...process.env, ...MAIL } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

it("sends the test alerts by the ordinary delivery, and says when each was accepted and what is not known", async () => {
  const site = await aSite({ name: "Shop" });
  const { outbox: _, messages: __, ...access } = await everything();
  const { code, stdout, stderr } = await drillProcess(["--site", String(site)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("The drill has begun: 2 test alerts. Nothing was made public.");
  expect(stdout).toMatch(/^Who +Address +Accepted +Delivered$/m);
  expect(stdout).toMatch(/^anna +a…@people\.example +after \d+\.\d s +not known \(nothing reports it\)$/m);
  expect(stdout).toContain("2 of 2 accepted, 0 delivered, 0 did not arrive, 2 not known.");
  expect(stdout).not.toContain("anna@people.example");
  expect(taken.map(({ to }) => to).sort()).toEqual(["anna@people.example", "bela@people.example"]);
  for (const { text } of taken) expect(text).toMatch(/^Subject: Test alert: nothing was made public on /m);
  expect(await auditOf("drill.started")).toMatchObject([{ siteIds: [site], recipientCount: 2 }]);
  const event = await testDb().auditEvent.findFirstOrThrow({ where: { type: "drill.started" } });
  expect(event).toMatchObject({ actorType: "system", actorName: "drill", ip: null });
  expect(await everything()).toMatchObject(access);
  await expectChainHolds();

  const again = await drill();
  expect(again).toMatchObject({ code: 2, stdout: "" });
  expect(again.stderr).toMatch(
    /^The drill could not begin, and no mail was sent\. The last test alert was sent under 10/,
  );
  expect(taken).toHaveLength(2);
});

it("ends with 1 when a mail was not accepted, and when somebody has no address", async () => {
  refused = "bela@people.example";
  await aSuperUser({ login: "cleo", email: "cleo@example.org" });
  const { code, stdout } = await drill(["--wait", "0"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^bela +b…@people\.example +refused$/m);
  expect(stdout).toMatch(/^cleo +no usable address +nothing was sent$/m);
  expect(stdout).toMatch(/^b…@people\.example: .*550/m);
  expect(stdout).toContain("1 of 2 accepted");
});

it.each([
  ["a site that is not there", ["--site", "999999"], {}, /Not in Matomo: 999999/],
  ["a site that can be none", ["--site", "shop"], {}, /bin\/public-access test-alert --site 12 --wait 60/],
  ["a wait that is none", ["--wait", "soon"], {}, /bin\/public-access test-alert --site 12 --wait 60/],
  ["a word it does not know", ["--sites", "1"], {}, /--sites/],
  ["a configuration that lacks something", [], { SMTP_URL: "" }, /SMTP_URL is missing/],
] as const)("ends with 2 and sends nothing for %s", async (_what, args, env, said) => {
  const before = await everything();
  const { code, stdout, stderr } = await drill(args, env);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^The drill could not begin, and no mail was sent\. /);
  expect(stderr).toMatch(said);
  expect(await everything()).toEqual(before);
  expect(await mails("drill")).toEqual([]);
  expect(taken).toEqual([]);
});
