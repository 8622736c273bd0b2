import { describe, expect, it } from "vitest";
import { singleClauses, statementsIn } from "@/lib/platform/db/migration-statements";

describe("a script is divided at its semicolons", () => {
  it.each(["mysql", "sqlite"] as const)("but not within texts, names and comments (%s)", (dialect) => {
    const script = "-- one; two\nINSERT INTO `a;b` VALUES ('x;''y', \";\"); /* ; */ SELECT 1 - -1;\n;-- the end";
    expect(statementsIn(script, dialect)).toEqual(["INSERT INTO `a;b` VALUES ('x;''y', \";\")", "SELECT 1 - -1"]);
  });

  it("with a backslash before a quote as each database reads it", () => {
    expect(statementsIn("SELECT 'a\\';'; SELECT 2", "mysql")).toEqual(["SELECT 'a\\';'", "SELECT 2"]);
    expect(statementsIn("SELECT 'a\\'; SELECT 2", "sqlite")).toEqual(["SELECT 'a\\'", "SELECT 2"]);
  });
});

describe("an ALTER TABLE is divided into its clauses", () => {
  it("at the commas between them, not at those within", () => {
    expect(
      singleClauses("ALTER TABLE `t`\n  ADD COLUMN `a` DECIMAL(4, 2) DEFAULT ',', ADD INDEX `i` (`a`, `b`)", "mysql"),
    ).toEqual([
      "ALTER TABLE `t`\n  ADD COLUMN `a` DECIMAL(4, 2) DEFAULT ','",
      "ALTER TABLE `t`\n  ADD INDEX `i` (`a`, `b`)",
    ]);
  });

  it.each(["ALTER TABLE `t` ADD COLUMN `a` INTEGER NULL", "CREATE TABLE `t` (`a` INTEGER, `b` INTEGER)"])(
    "and %s has none to be divided into",
    (statement) => expect(singleClauses(statement, "mysql")).toEqual([]),
  );
});
