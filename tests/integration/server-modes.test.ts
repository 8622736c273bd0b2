import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/lib/platform/db/client";
import { openSession } from "@/lib/platform/db/migration-session";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { HOSTILE } from "@/tests/support/hostile";
import { startOwnMariaDb, type TestServer } from "@/tests/support/mariadb";
import { connectRaw, type RawConnection } from "@/tests/support/raw-connection";

let server: TestServer;
let root: RawConnection;

beforeAll(async () => {
  server = await startOwnMariaDb({ durable: false });
  root = await connectRaw(server.url);
  await root.script(
    [
      "CREATE DATABASE portal CHARACTER SET utf8mb4",
      "CREATE TABLE portal.portal_setting (name VARCHAR(60) PRIMARY KEY, value TEXT NOT NULL, updated_at DATETIME(3) NOT NULL, updated_by VARCHAR(100) NOT NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
      "CREATE USER portal@'%'",
      "GRANT ALL ON portal.* TO portal@'%'",
    ].join(";\n"),
  );
});
afterAll(async () => {
  await root.close();
  await server.stop();
});

/** What servers are set to, and text is quoted by. */
const SERVERS = [
  "SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'",
  "SET GLOBAL sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'",
  "SET GLOBAL sql_mode = 'ORACLE,EMPTY_STRING_IS_NULL'",
  "SET GLOBAL sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,NO_ZERO_DATE'",
  "SET GLOBAL sql_mode = ''",
  "SET GLOBAL autocommit = 0",
  "SET GLOBAL init_connect = 'SET NAMES gbk'",
  "SET GLOBAL init_connect = 'SET NAMES sjis, SESSION sql_mode = \\'NO_BACKSLASH_ESCAPES\\', autocommit = 0'",
  "SET GLOBAL character_set_client = 'latin1', GLOBAL character_set_connection = 'latin1', GLOBAL character_set_results = 'latin1'",
];
const BACK = [
  "SET GLOBAL sql_mode = DEFAULT, GLOBAL autocommit = 1, GLOBAL init_connect = ''",
  "SET GLOBAL character_set_client = DEFAULT, GLOBAL character_set_connection = DEFAULT, GLOBAL character_set_results = DEFAULT",
];

/** What would end a value where the quoting and the server disagree. */
const ENDS = [
  ...["'", "''", "\\", "\\'", "\\\\'", "' OR 1=1 -- ", "\\' OR 1=1 -- ", "\\\\' OR 1=1 -- ", '"', "`", "?", ":x", ""],
  // The last byte of these and a backslash are one character of GBK or of Shift-JIS.
  ...["縗' OR 1=1 -- ", "\u00bf\u005c' OR 1=1 -- ", "表' OR 1=1 -- ", "\u8868\\' OR 1=1 -- ", "뿧' OR 1=1 -- "],
  ...["\u0000", "\u001a", "\n\r\t\b", "/* x */", "-- x\n", "%_", "🎉'\\", "e\u0301", "x".repeat(60_000)],
];

describe.each(SERVERS)("on a server that was told %s", (told) => {
  it("every value is read as it was written, by itself and in a transaction, and ends no statement", async () => {
    await root.script(["TRUNCATE portal.portal_setting", told].join(";\n"));
    const client = connect(`mysql://portal@127.0.0.1:${new URL(server.url).port}/portal`, "matomo_");
    const values = [...ENDS, ...HOSTILE.map(({ text }) => text)];
    const updatedAt = new Date("2026-11-23T10:11:12.345Z");
    const row = (value: string, place: number) => ({
      name: `n${place}`,
      value,
      updatedAt,
      updatedBy: value.slice(0, 90),
    });
    try {
      for (const [place, value] of values.entries()) await client.setting.create({ data: row(value, place) });
      await client.$transaction(async (tx) => {
        for (const [place, value] of values.entries())
          await tx.$executeRaw`UPDATE portal_setting SET value = CONCAT(${value}, ${"+"}) WHERE value = ${value} AND name = ${`n${place}`}`;
      });
    } finally {
      await root.script(BACK.join(";\n"));
      await client.$disconnect();
    }
    const fresh = connect(`mysql://portal@127.0.0.1:${new URL(server.url).port}/portal`, "matomo_");
    const read = new Map((await fresh.setting.findMany()).map((one) => [one.name, one]));
    await fresh.$disconnect();
    expect(read.size).toBe(values.length);
    for (const [place, value] of values.entries())
      expect(read.get(`n${place}`)).toEqual({ ...row(value, place), value: `${value}+` });
  });

  it("so it is where migrations write", async () => {
    await root.script(told);
    const session = await openSession(mysqlAddress(`mysql://portal@127.0.0.1:${new URL(server.url).port}/portal`), "");
    try {
      for (const value of ENDS) expect(await session.rows("SELECT ? AS text", [value])).toEqual([{ text: value }]);
    } finally {
      await root.script(BACK.join(";\n"));
      await session.end();
    }
  });
});
