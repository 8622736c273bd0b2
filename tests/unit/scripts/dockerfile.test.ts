import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { variableNames } from "@/lib/platform/env/variables";
import { SOURCES } from "@/scripts/build-if-changed.mjs";
import { healthCheck, root, stages } from "@/tests/support/dockerfile";

const lines = (file: string) =>
  readFileSync(path.join(root, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** Names at the top that .dockerignore lets into a build; all others are left out by its first line. */
const letIn = lines(".dockerignore").flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));

describe("the Dockerfile", () => {
  it("starts from a Node that is pinned to a version and taken once", () => {
    const foreign = stages.filter(({ from }) => !stages.some(({ name }) => name === from));
    expect(foreign.map(({ from }) => from)).toEqual([expect.stringMatching(/^node:2\d\.\d+\.\d+-bookworm-slim$/)]);
  });

  it("copies only what is there and what .dockerignore lets in", () => {
    const copied = stages.flatMap(({ copies }) =>
      copies.filter(({ from }) => from === null).flatMap(({ what }) => what),
    );
    expect(copied.length).toBeGreaterThan(0);
    for (const source of copied.filter((name) => name !== ".")) {
      expect(existsSync(path.join(root, source)), source).toBe(true);
      expect(letIn).toContain(source);
    }
  });

  it("gives the portal the standalone server and nothing else, and runs both images as nobody of importance", () => {
    const portal = stages.at(-1);
    expect(portal).toMatchObject({
      name: "portal",
      from: "base",
      user: "node",
      copies: [{ from: "build", what: ["/app/.next/standalone"] }],
    });
    expect(stages.find(({ name }) => name === "tools")?.user).toBe("node");
  });

  it("holds no secret: neither as a variable nor as an argument of the build", () => {
    const text = readFileSync(path.join(root, "Dockerfile"), "utf8");
    expect(text).not.toMatch(/^ARG/m);
    const set = [...text.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name = ""]) => name);
    expect(set.filter((name) => variableNames.includes(name))).toEqual(["PORT"]);
  });
});

describe(".dockerignore", () => {
  it("leaves out everything that it does not name", () => {
    expect(lines(".dockerignore")[0]).toBe("*");
    for (const name of letIn) expect(name).toMatch(/^[\w.-]+$/);
    expect(letIn.filter((name) => /^\.|^node_modules$|^tests$|^docs$|^shots$/.test(name))).toEqual([]);
    expect(lines(".dockerignore")).toEqual(expect.arrayContaining(["**/.env*", "**/*.db"]));
  });

  it("lets in all that the built server is made of", () => {
    for (const source of SOURCES) expect(letIn).toContain(source.split("/")[0]);
  });
});

describe("the health check of the image", () => {
  it.each([
    ["answers", 200, 0],
    ["answers that it is ill", 503, 1],
  ])("says of a server that %s the right thing", async (_what, status, code) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await exitCode(port)).toBe(code);
    expect(asked).toEqual(["/api/healthz"]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await exitCode(port)).toBe(1);
  });
});

describe("compose.yaml", () => {
  const compose = readFileSync(path.join(root, "compose.yaml"), "utf8");

  it("hands the portal every variable that it reads", () => {
    const portal = /environment: &configuration\n((?: {6}.*\n)+)/.exec(compose)?.[1] ?? "";
    const handed = [...portal.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(handed).toEqual([...variableNames]);
  });

  it("starts a portal with what its example of an .env says, once the secrets are filled in", () => {
    const given = new Map(
      lines("docs/deployment/compose.env.example").map((line) => {
        const at = line.indexOf("=");
        return [line.slice(0, at), line.slice(at + 1) || "0123456789abcdef".repeat(3)];
      }),
    );
    const portal = /environment: &configuration\n((?: {6}.*\n)+)/.exec(compose)?.[1] ?? "";
    const handed = [...portal.matchAll(/^ {6}([A-Z_]+): "?(.*?)"?$/gm)].map(([, name = "", value = ""]) => [
      name,
      value.replace(/\$\{([A-Z_]+)(?::\?|-([^}]*))\}/g, (_, from, other) => given.get(from) ?? other ?? ""),
    ]);
    const { CRON, DATABASE_URL, TRUSTED_PROXIES, MATOMO_TABLE_PREFIX } = parseEnv(Object.fromEntries(handed));
    expect([CRON, TRUSTED_PROXIES, MATOMO_TABLE_PREFIX]).toEqual(["internal", "172.30.250.1", "matomo_"]);
    expect(DATABASE_URL).toMatch(/^mysql:\/\/portal:[0-9a-f]{48}@db:3306\/matomo$/);
    expect(compose).toContain("subnet: 172.30.250.0/24");
  });

  it("pins the images of others to a version, and writes no secret down", () => {
    const foreign = [...compose.matchAll(/image: (.+)/g)].flatMap(([, image = ""]) =>
      image.includes(":") ? [image] : [],
    );
    expect(foreign).toEqual([
      expect.stringMatching(/^mariadb:\d+\.\d+\.\d+$/),
      expect.stringMatching(/^matomo:5\.\d+\.\d+-/),
    ]);
    for (const [, value] of compose.matchAll(/(?:PASSWORD|SECRET|KEY|TOKEN|SALT): (.*)/g)) {
      expect(value).toMatch(/^\$\{[A-Z_]+(:\?|-)\}$/);
    }
  });

  it("asks for nothing that its example of an .env does not name, but for what has a default", () => {
    const needed = [...compose.matchAll(/\$\{([A-Z_]+):\?\}/g)].map(([, name = ""]) => name);
    const named = lines("docs/deployment/compose.env.example").map((line) => line.split("=")[0]);
    expect(named).toEqual(expect.arrayContaining([...new Set(needed)]));
  });
});

function exitCode(port: number): Promise<number | null> {
  const [program = "", ...words] = healthCheck;
  expect(program).toBe("node");
  const child = spawn(process.execPath, words, {
    env: { NODE_ENV: "production", PORT: String(port) },
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("exit", resolve));
}
