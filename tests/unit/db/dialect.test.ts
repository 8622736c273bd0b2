import { describe, expect, it } from "vitest";
import { dialectOf } from "@/lib/platform/db/client";

describe("the dialect of an address", () => {
  it.each([
    ["file:./demo.db", "sqlite"],
    ["file:/data/matomo.db", "sqlite"],
    ["mysql://portal:secret@db.example:3306/matomo", "mysql"],
    ["mariadb://portal:secret@db.example/matomo", "mysql"],
    ["mysql://portal:secret@db.example/file:x", "mysql"],
  ])("%s is %s", (url, dialect) => {
    expect(dialectOf(url)).toBe(dialect);
  });
});
