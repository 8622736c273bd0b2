import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Secret, TOTP } from "otpauth";
import { afterAll, describe, expect, it } from "vitest";
import { checkSecondFactor, type SecondFactor } from "@/lib/auth/second-factor";
import { findUser } from "@/lib/matomo/users";
import { MINUTE_MS, now, plus, SECOND_MS } from "@/lib/platform/clock";
import { connect, type Db } from "@/lib/platform/db/client";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { aSuperUser, recoveryCode } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import {
  connectOwner,
  dialect,
  fourByteNames,
  ownerDb,
  rawRun,
  rawSql,
  tablePrefix,
  testDb,
  useDatabase,
} from "@/tests/support/database";

useDatabase();

const STEP_MS = 30 * SECOND_MS;
const SECRET = "ABCDEFGHIJKLMNOP";
const SALT = "0123456789abcdef0123456789abcdef";
const WITHOUT_SALT = { window: 1 };
const WITH_SALT = { window: 1, salt: SALT };

/** A second instance of the portal, with connections of its own. */
let second: Db | undefined;
function secondInstance(): Db {
  second ??= connect(env().DATABASE_URL, tablePrefix);
  return second;
}
afterAll(() => second?.$disconnect());

function codeAt(at: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(SECRET), timestamp: at.getTime() });
}

function check(
  login: string,
  code: string,
  { client = testDb(), accepted = WITHOUT_SALT }: { client?: Db; accepted?: { window: number; salt?: string } } = {},
): Promise<SecondFactor> {
  return inTransaction(async (tx) => {
    const user = await findUser(tx.db, login, true);
    if (!user) throw new Error(`${login} is gone`);
    return checkSecondFactor(tx, user, code, now(), accepted);
  }, client);
}

async function codesLeft(): Promise<[unknown, unknown][]> {
  const rows = await rawSql(
    "SELECT login, recovery_code FROM `matomo_twofactor_recovery_code` ORDER BY idrecoverycode",
  );
  return rows.map((row) => [row.login, row.recovery_code]);
}

describe("a one-time code", () => {
  it("is accepted once, in its step and in the next; the code of another step is another", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const code = codeAt(now());
    expect(await check("anna", code)).toBe("code");
    expect(await check("anna", code)).toBe("used");
    advance(STEP_MS);
    expect(await check("anna", code)).toBe("used");
    expect(await check("anna", codeAt(now()))).toBe("code");
    advance(STEP_MS);
    expect(await check("anna", code)).toBe("wrong");
  });

  it("is refused the second time by another instance too", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    expect(await check("anna", codeAt(now()))).toBe("code");
    expect(await check("anna", codeAt(now()), { client: secondInstance() })).toBe("used");
  });

  it("given to two instances at the same moment is accepted by one of them", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    for (let round = 0; round < 5; round++) {
      const code = codeAt(now());
      const answers = await Promise.all([
        check("anna", code),
        check("anna", code, { client: secondInstance() }),
        check("anna", code),
        check("anna", code, { client: secondInstance() }),
      ]);
      expect(answers.sort()).toEqual(["code", "used", "used", "used"]);
      advance(STEP_MS);
    }
  });

  it("used by one user is still good for another with the same secret", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await aSuperUser({ login: "ben", twofactorSecret: SECRET });
    expect(await check("anna", codeAt(now()))).toBe("code");
    expect(await check("ben", codeAt(now()))).toBe("code");
    expect(await check("ben", codeAt(now()))).toBe("used");
  });

  it("of the transaction that fails is not used", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const user = { login: "anna", secondFactorSecret: SECRET };
    const failing = inTransaction(async (tx) => {
      expect(await checkSecondFactor(tx, user, codeAt(now()), now(), WITHOUT_SALT)).toBe("code");
      throw new Error("later in the command");
    });
    await expect(failing).rejects.toThrow("later in the command");
    expect(await check("anna", codeAt(now()))).toBe("code");
  });

  it("counts in the neighbouring step, and two steps away only where Matomo's own window is configured", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const [one, two, three] = [1, 2, 3].map((steps) => codeAt(plus(now(), steps * STEP_MS))) as [
      string,
      string,
      string,
    ];
    expect(await check("anna", two)).toBe("wrong");
    expect(await check("anna", one)).toBe("code");
    expect(await check("anna", three, { accepted: { window: 2 } })).toBe("wrong");
    expect(await check("anna", two, { accepted: { window: 2 } })).toBe("code");
  });

  it("has the window of the configuration, one step unless TOTP_WINDOW says two", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const user = { login: "anna", secondFactorSecret: SECRET };
    const checked = (steps: number) =>
      inTransaction((tx) => checkSecondFactor(tx, user, codeAt(plus(now(), steps * STEP_MS)), now()));
    expect(await checked(2)).toBe("wrong");
    expect(await checked(1)).toBe("code");
    expect(await checked(1)).toBe("used");
    expect(await rawSql("SELECT option_name FROM `matomo_option` WHERE option_name <> 'version_core'")).toEqual([]);
  });

  it.each(["", "AAAA1", "=", ...(fourByteNames ? ["🔑"] : [])])(
    "of a secret that is none (%j) is wrong, whatever is typed",
    async (secret) => {
      await aSuperUser({ login: "anna", twofactorSecret: secret });
      for (const code of ["328482", "000000", "", "abc", "🔑", "x".repeat(5_000)]) {
        expect(await check("anna", code), code).toBe("wrong");
      }
    },
  );
});

describe("a recovery code", () => {
  it("is accepted once and is gone from Matomo's table; others, and another's equal one, stay", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("anna", "ABCD1234EFGH5678");
    await recoveryCode("anna", "WXYZ1234EFGH5678");
    await recoveryCode("ben", "ABCD1234EFGH5678");
    expect(await check("anna", "ABCD1234EFGH5678")).toBe("recovery-code");
    expect(await check("anna", "ABCD1234EFGH5678")).toBe("wrong");
    expect(await codesLeft()).toEqual([
      ["anna", "WXYZ1234EFGH5678"],
      ["ben", "ABCD1234EFGH5678"],
    ]);
  });

  it("may be typed as Matomo takes it: hyphens, lower case, blanks around it", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("anna", "ABCD1234EFGH5678");
    await recoveryCode("anna", "ABCD1234EFGH5679");
    expect(await check("anna", " abcd-1234-efgh-5678 ")).toBe("recovery-code");
    expect(await check("anna", "ABCD 1234 EFGH 5679")).toBe("wrong");
    expect(await codesLeft()).toEqual([["anna", "ABCD1234EFGH5679"]]);
  });

  it("belongs to its user, in whatever case Matomo wrote the login", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("Anna", "ABCD1234EFGH5678");
    await recoveryCode("annabel", "WXYZ1234EFGH5678");
    expect(await check("anna", "WXYZ1234EFGH5678")).toBe("wrong");
    expect(await check("anna", "ABCD1234EFGH5678")).toBe("recovery-code");
  });

  it("given to two instances at the same moment is accepted by one of them", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    for (const code of ["ABCD1234EFGH5670", "ABCD1234EFGH5671", "ABCD1234EFGH5672"]) {
      await recoveryCode("anna", code);
      const answers = await Promise.all([check("anna", code), check("anna", code, { client: secondInstance() })]);
      expect(answers.sort()).toEqual(["recovery-code", "wrong"]);
    }
  });

  it.runIf(dialect === "mysql")("that Matomo is just deleting is wrong here", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("anna", "ABCD1234EFGH5678");
    const matomo = await connectOwner();
    await matomo.run("BEGIN");
    await matomo.run(`DELETE FROM \`${tablePrefix}twofactor_recovery_code\``);
    const answer = check("anna", "ABCD1234EFGH5678");
    await sleep(200);
    await matomo.run("COMMIT");
    await matomo.close();
    expect(await answer).toBe("wrong");
  });

  it("of a user whose second factor is off counts for nothing and stays", async () => {
    await aSuperUser({ login: "anna" });
    await recoveryCode("anna", "ABCD1234EFGH5678");
    expect(await check("anna", "ABCD1234EFGH5678")).toBe("wrong");
    expect(await codesLeft()).toHaveLength(1);
  });

  it("that is empty, invisible or cannot be stored is wrong and deletes nothing", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("anna", "");
    await recoveryCode("anna", "ABCD1234EFGH5678");
    for (const code of [
      "",
      "  ",
      "----",
      "🔑",
      "\u0000",
      "\u200b",
      "%",
      "_".repeat(16),
      "ABCD1234EFGH567",
      "' OR '1'='1",
    ]) {
      expect(await check("anna", code), code).toBe("wrong");
    }
    expect(await codesLeft()).toHaveLength(2);
  });
});

describe("with Matomo's salt", () => {
  const optionOf = (login: string, code: string) =>
    `twofa_codes_used_${createHash("md5")
      .update(login + code + SALT)
      .digest("hex")}`;
  const options = () =>
    rawSql("SELECT option_name, option_value, autoload FROM `matomo_option` WHERE option_name <> 'version_core'");

  it("a code used here is written where Matomo looks, once, with the time, not autoloaded", async () => {
    freezeClock("2026-11-24T10:00:10.700Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    const code = codeAt(now());
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(await check("anna", spaced, { client: ownerDb(), accepted: WITH_SALT })).toBe("code");
    expect(await check("anna", code, { client: ownerDb(), accepted: WITH_SALT })).toBe("used");
    const seconds = String(Date.parse("2026-11-24T10:00:10Z") / 1000);
    const [row] = await options();
    expect(await options()).toHaveLength(1);
    expect({ ...row, autoload: Number(row?.autoload) }).toEqual({
      option_name: optionOf("anna", code),
      option_value: seconds,
      autoload: 0,
    });
    // What Matomo does with the same code: a plain INSERT that must fail.
    const again = rawRun("INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES (?, ?, 0)", [
      optionOf("anna", code),
      seconds,
    ]);
    await expect(again).rejects.toThrow(/duplicate|UNIQUE/i);
  });

  it("a code used in Matomo is refused here, that of another user is not, and Matomo's row stays as it is", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await aSuperUser({ login: "ben", twofactorSecret: SECRET });
    const code = codeAt(now());
    await rawRun("INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES (?, ?, 0)", [
      optionOf("anna", code),
      "1795000000",
    ]);
    expect(await check("anna", code, { client: ownerDb(), accepted: WITH_SALT })).toBe("used");
    expect(await check("ben", code, { client: ownerDb(), accepted: WITH_SALT })).toBe("code");
    const values = (await options()).map((row) => row.option_value);
    expect(values).toContain("1795000000");
    expect(values).toHaveLength(2);
  });

  it("a wrong code and a recovery code write nothing there", async () => {
    freezeClock("2026-11-24T10:00:10Z");
    await aSuperUser({ login: "anna", twofactorSecret: SECRET });
    await recoveryCode("anna", "ABCD1234EFGH5678");
    const far = codeAt(plus(now(), 10 * MINUTE_MS));
    expect(await check("anna", far, { client: ownerDb(), accepted: WITH_SALT })).toBe("wrong");
    expect(await check("anna", "ABCD1234EFGH5678", { client: ownerDb(), accepted: WITH_SALT })).toBe("recovery-code");
    expect(await options()).toEqual([]);
  });

  it.runIf(dialect === "mysql")(
    "the portal's account needs INSERT on the option's three columns, and accepts no code without it",
    async () => {
      freezeClock("2026-11-24T10:00:10Z");
      await aSuperUser({ login: "anna", twofactorSecret: SECRET });
      const code = codeAt(now());
      const [me] = await testDb().$queryRaw<{ account: string }[]>`SELECT CURRENT_USER() AS account`;
      const account = `'${me?.account.replace("@", "'@'")}'`;
      const right = "INSERT (option_name, option_value, autoload) ON `matomo_option`";
      await expect(check("anna", code, { accepted: WITH_SALT })).rejects.toMatchObject({
        code: "schema_not_understood",
      });
      await rawRun(`GRANT ${right} TO ${account}`);
      try {
        expect(await check("anna", code, { accepted: WITH_SALT })).toBe("code");
        expect(await options()).toHaveLength(1);
      } finally {
        await rawRun(`REVOKE ${right} FROM ${account}`);
      }
    },
  );
});
