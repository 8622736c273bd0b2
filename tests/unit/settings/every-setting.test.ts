import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingNames } from "@/lib/ledger/settings/terms";

const sources = ["app", "bin", "components", "lib", "scripts"]
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name}`))
  .filter((name) => /\.(tsx?|mjs)$/.test(name))
  .map((name) => ({ name, text: readFileSync(name, "utf8") }));
const outside = (...rooms: string[]) => sources.filter(({ name }) => !rooms.some((room) => name.startsWith(room)));

describe("a setting", () => {
  it.each(settingNames)("%s is read by something besides its page: it has an effect", (setting) => {
    const reads = new RegExp(`read(Dated)?Setting\\([^;]*?"${setting}"`);
    const readers = outside("lib/ledger/settings/").filter(({ text }) => reads.test(text));
    expect(readers.map(({ name }) => name)).not.toEqual([]);
  });

  it("is written in lib/ledger/settings alone, so that lint knows who may", () => {
    const writes =
      /\.setting\s*\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\b|(INTO|UPDATE|DELETE FROM)\s+`?portal_setting/;
    const writers = outside("lib/ledger/settings/").filter(({ text }) => writes.test(text));
    // Before there is a table of Prisma's to write to.
    expect(writers.map(({ name }) => name)).toEqual(["lib/platform/db/migrate.ts"]);
    expect(sources.filter(({ text }) => writes.test(text))).toHaveLength(2);
  });
});
