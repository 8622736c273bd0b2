import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { portalEnv } from "./alerts/portal-env";

/** What a request brings. The framework's two doors are the only parts that stand in. */
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined }),
}));

const root = path.join(import.meta.dirname, "../..");
const files = ["app", "components", "lib"].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(room, name)),
);
const marked = files.filter((file) => /["']use server["']/.test(readFileSync(path.join(root, file), "utf8")));
const modules = import.meta.glob<Record<string, unknown>>("../../lib/**/actions.ts", { eager: true });
const actions = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).map(([name, action]) => ({ name: `${path.relative("../..", file)} ${name}`, action })),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pa-actions-"));
  portalEnv({ DATABASE_URL: `file:${path.join(folder, "empty.db")}` });
});
afterAll(async () => {
  await disconnect();
  rmSync(folder, { recursive: true, force: true });
});

describe("server actions", () => {
  it("stand in the actions.ts of a room of lib and nowhere else", () => {
    expect(marked.sort()).toEqual(
      Object.keys(modules)
        .map((file) => path.relative("../..", file))
        .sort(),
    );
    expect(actions.length).toBeGreaterThanOrEqual(3);
  });

  it.each(marked)("%s makes each with steppedUpAction or superUserAction, and is marked as a whole", (file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    expect(text).toMatch(/^"use server";\n/);
    expect(text).toMatch(/from "@\/lib\/auth\/action"/);
    expect(text).not.toMatch(/from "@\/lib\/(platform\/db|matomo|auth\/(?!action")|messaging\/outbox|ledger\/audit)\b/);
  });
});

describe.each(actions)("$name", ({ action }) => {
  const call = (raw: unknown): Promise<unknown> => {
    if (typeof action !== "function") throw new Error("an action is a function");
    return action(raw);
  };
  const inputs = [
    undefined,
    null,
    {},
    { siteIds: [1] },
    { "reminder-cadence": "weekly" },
    { "reminder-cadence": "monthly" },
    { scope: "others" },
  ];

  it("called raw, without an Origin, is refused before anything is read", async () => {
    request.headers = new Headers();
    for (const raw of inputs) expect(await call(raw)).toMatchObject({ ok: false, code: "foreign_origin" });
  });

  it("called from a foreign page is refused", async () => {
    request.headers = new Headers({ origin: "https://evil.example", "x-forwarded-host": "evil.example" });
    for (const raw of inputs) expect(await call(raw)).toMatchObject({ ok: false, code: "foreign_origin" });
  });

  it("called without a session is refused", async () => {
    request.headers = new Headers({ origin: "https://portal.example" });
    for (const raw of inputs) expect(await call(raw)).toMatchObject({ ok: false, code: "session_ended" });
  });
});
