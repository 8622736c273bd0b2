import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNewFile } from "@/scripts/write-new-file";
import { callScript } from "@/tests/support/call-script";
import { runScript, wordsOf } from "@/tests/support/run-script";

const root = path.join(import.meta.dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
/** Whatever operators run. */
const COMMANDS = Object.keys(scripts).filter((name) => wordsOf(name) || name === "demo");

/** Nobody listens there any more. */
let nowhere = "";
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pa-commands-"));
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  nowhere = `mysql://portal:pw-canary@127.0.0.1:${address && typeof address === "object" ? address.port : 0}/matomo`;
  server.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bare = () => ({ PATH: process.env.PATH, HOME: folder, NODE_ENV: "test" as const });
/** In this process, one after another. */
async function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await callScript(command, args, { ...bare(), ...env });
  return { code, said: `${stdout}${stderr}`.trim() };
}

describe.concurrent.each(COMMANDS)("npm run %s", { timeout: 120_000 }, (command) => {
  it("prints its usage for --help, without configuration or database, and ends with 0", async () => {
    const { code, said } = await runScript(command, ["--reset", "--dry-run", "--help"], bare());
    const called = wordsOf(command)?.join(" ");
    const name = called ? `bin/public-access ${called}` : `npm run ${command}`;
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(new RegExp(`^${name}[ \\n]`)) });
    expect(said).toContain("--help");
  });
});

describe("bin/public-access", () => {
  const called = (...words: string[]) =>
    spawnSync(path.join(root, "bin/public-access"), words, { encoding: "utf8", env: bare(), cwd: folder });

  it("lists every command, each of which the npm scripts call, too", () => {
    const { status, stdout } = called("--help");
    const listed = [...stdout.matchAll(/^ {2}(\S+(?: \S+)?) {2,}/gm)].map(([, name]) => name);
    expect(status).toBe(0);
    expect(listed.sort()).toEqual(COMMANDS.flatMap((name) => wordsOf(name)?.join(" ") ?? []).sort());
  });

  it("refuses what it does not know", () => {
    expect(called("audit")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^There is no command audit/),
    });
  });

  it("runs from any folder, and by a link to it", () => {
    const link = path.join(folder, "link");
    symlinkSync(path.join(root, "bin/public-access"), link);
    const { status, stderr } = spawnSync(link, ["audit", "verify", "--file", "gone"], {
      encoding: "utf8",
      env: bare(),
      cwd: folder,
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^The audit log could not be checked: gone cannot be opened/),
    });
  });
});

it("a command refuses what it does not know, with its usage, before it does anything", async () => {
  const wrong: [string, string[]][] = [
    ["db:migrate", ["--no-such-thing"]],
    ["start", ["--port", "4000"]],
    ["audit:verify", ["audit.jsonl"]],
    ["statement:verify", ["one.json", "two.json"]],
  ];
  const answers: { code: number; said: string }[] = [];
  for (const [command, args] of wrong) answers.push(await run(command, args));
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 2, 2]);
  expect(answers.map(({ said }) => said.split("\n")[0])).toEqual([
    "Unknown option '--no-such-thing'",
    "Unknown option '--port'",
    "The audit log could not be checked: Unexpected argument 'audit.jsonl'",
    "The statement could not be checked: Too many: one.json two.json",
  ]);
  for (const { said } of answers) expect(said).toMatch(/\n\nbin\/public-access .*--help +print this/s);
});

it("the demo takes its port from PORT, as everything else does, and from --port before that", async () => {
  const demo = (port: string, ...args: string[]) => runScript("demo", args, { ...bare(), PORT: port });
  const refused = { code: 1, said: "The port must be a number, 1 to 65535." };
  expect(await demo("nowhere")).toEqual(refused);
  expect(await demo("4000", "--port", "nowhere")).toEqual(refused);
});

/** A code of the system's, of Prisma's or of our own, or a stack: no sentence. */
const NO_SENTENCE = /\b(E[A-Z]{4,}|P[12]\d{3}|[a-z]+_[a-z_]+)\b(?!=)|\bat .*:\d+:\d+|pw-canary/;

describe("with the database down", () => {
  it.each([
    ["audit:export", ["--out"], /^The audit log could not be exported: The database cannot be reached/],
    ["audit:verify", [], /^The audit log could not be checked: The database cannot be reached/],
    ["db:migrate", [], /^The database at 127\.0\.0\.1:\d+\/matomo cannot be opened/],
  ] as const)("%s says so in a sentence, and leaves no file", async (command, args, sentence) => {
    const own = mkdtempSync(path.join(folder, "own-"));
    const out = path.join(own, "audit.jsonl");
    const env = { DATABASE_URL: nowhere, MATOMO_TABLE_PREFIX: "matomo_" };
    const { code, said } = await run(command, args.length > 0 ? [...args, out] : [], env);
    expect(code).toBeGreaterThan(0);
    expect(said).toMatch(sentence);
    expect(said.replaceAll("DATABASE_URL", "")).not.toMatch(NO_SENTENCE);
    expect(readdirSync(own)).toEqual([]);
  });
});

describe("a new file", () => {
  const file = (name: string) => path.join(folder, name);
  const problem = (work: Promise<void>) =>
    work.then(
      () => expect.fail("it was written"),
      (error: Error) => error.message,
    );
  async function* lines(fails = false): AsyncGenerator<string> {
    yield "one\n";
    if (fails) throw new Error("the database went away");
    yield "two\n";
  }

  it.each([
    ["exists", "there.jsonl", "exists already, and nothing is overwritten. Name another file."],
    ["is a folder", "a-folder", "is a folder. Name a file."],
    ["lies in no folder", "no/such/audit.jsonl", "cannot be opened: it does not exist, or the folder does not."],
    ["lies under a file", "there.jsonl/new", "cannot be opened: a part of the path is a file, not a folder."],
    ["has too long a name", "x".repeat(300), "cannot be opened: the name is too long."],
  ])("that %s is refused in a sentence, and nothing is left behind", async (_what, name, sentence) => {
    writeFileSync(file("there.jsonl"), "evidence");
    mkdirSync(file("a-folder"), { recursive: true });
    const before = readdirSync(folder);
    expect(await problem(writeNewFile(file(name), ["not to be written"]))).toBe(`${file(name)} ${sentence}`);
    expect(readFileSync(file("there.jsonl"), "utf8")).toBe("evidence");
    expect(readdirSync(folder)).toEqual(before);
  });

  it("is there when it is whole, for its owner alone; of one that breaks off nothing is left", async () => {
    const before = readdirSync(folder);
    expect(await problem(writeNewFile(file("half.jsonl"), lines(true)))).toBe("the database went away");
    expect(readdirSync(folder)).toEqual(before);
    await writeNewFile(file("whole.jsonl"), lines());
    expect(readFileSync(file("whole.jsonl"), "utf8")).toBe("one\ntwo\n");
    expect(statSync(file("whole.jsonl")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([...before, "whole.jsonl"].sort());
  });

  it("that came meanwhile is not overwritten", async () => {
    async function* overtaken() {
      yield* lines();
      writeFileSync(file("taken.jsonl"), "somebody else's");
    }
    expect(await problem(writeNewFile(file("taken.jsonl"), overtaken()))).toMatch(/exists already/);
    expect(readFileSync(file("taken.jsonl"), "utf8")).toBe("somebody else's");
  });

  it.each(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE", "EIO"])("and %s is a sentence, too", async (code) => {
    async function* full() {
      yield "one\n";
      throw Object.assign(new Error(`${code}: raw text, write`), { code });
    }
    const said = await problem(writeNewFile(file("full.jsonl"), full()));
    expect(said).toMatch(/full\.jsonl cannot be [a-z ]+: .*\.$/);
    expect(said).not.toContain(code);
  });
});

describe("a file that is to be read", () => {
  it.each([
    ["audit:verify", (name: string) => ["--file", name]],
    ["statement:verify", (name: string) => [name]],
  ] as const)("by %s and cannot be is named in a sentence", async (command, args) => {
    const gone = path.join(folder, "gone");
    const [missing, dir] = [await run(command, args(gone)), await run(command, args(folder))];
    expect(missing).toEqual({ code: 2, said: expect.stringContaining(`${gone} cannot be opened`) });
    expect(dir).toEqual({ code: 2, said: expect.stringMatching(/ is a folder\. Name a file\.$/) });
  });
});
