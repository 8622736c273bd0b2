import { describe, expect, it } from "vitest";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { readLanguageOf } from "@/lib/matomo/languages";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { freezeClock } from "@/tests/support/clock";
import { dialect, portalAccount, rawRun, tablePrefix, testDb, useDatabase } from "@/tests/support/database";
import { mails } from "@/tests/support/state";

useDatabase();

/** Each mailbox of the roster with its language. */
async function languagesByName(): Promise<Record<string, string>> {
  const { recipients } = await readRoster(testDb());
  return Object.fromEntries(recipients.map(({ address, language }) => [address.split("@")[0], language]));
}

/** Each mail of this kind with the language of its message. */
async function mailLanguages(kind: string): Promise<Record<string, string>> {
  const rows = await testDb().outboxMail.findMany({ where: { kind }, include: { message: true } });
  return Object.fromEntries(rows.map(({ address, message }) => [address.split("@")[0], message.language]));
}

/** A change outside the portal, told to everybody. */
async function somethingHappens(): Promise<void> {
  await anonymousAccess(await aSite());
  await runWatch();
}

async function peopleOfManyLanguages(): Promise<void> {
  freezeClock("2026-11-24T12:00:00Z");
  for (const [login, language] of [
    ["anna", "de"],
    ["bela", "es-ar"],
    ["cleo", ""],
    ["dora", "hu"],
    ["finn", "de"],
  ] as const) {
    await aSuperUser({ login, language });
  }
  await aSuperUser({ login: "eva" });
  await runWatch();
}

const EXPECTED = { anna: "de", bela: "es", cleo: "en", dora: "en", eva: "en", finn: "de" };

describe("the language of a mail", () => {
  it("is the spoken one nearest to what its reader chose in Matomo, else English", async () => {
    await peopleOfManyLanguages();
    expect(await languagesByName()).toEqual(EXPECTED);
    expect(await readLanguageOf(testDb(), "bela")).toBe("es-ar");
    expect([await readLanguageOf(testDb(), "cleo"), await readLanguageOf(testDb(), "eva")]).toEqual(["", null]);
  });

  it("makes one message for each language, with the same facts, and one mail for each person", async () => {
    await peopleOfManyLanguages();
    await somethingHappens();
    expect(await mailLanguages("public-outside")).toEqual(EXPECTED);
    expect(await mails("public-outside")).toHaveLength(6);
    const messages = await testDb().message.findMany({ where: { kind: "public-outside" } });
    expect(messages.map(({ language }) => language).sort()).toEqual(["de", "en", "es"]);
    expect(new Set(messages.map(({ facts }) => facts)).size).toBe(1);
  });

  it("is frozen when its cause is committed: another choice in Matomo counts from the next mail on", async () => {
    await peopleOfManyLanguages();
    await somethingHappens();
    await rawRun("UPDATE `matomo_user_language` SET language = 'fr' WHERE login = 'anna'");
    expect(await mailLanguages("public-outside")).toEqual(EXPECTED);
    expect(await languagesByName()).toMatchObject({ anna: "fr" });
  });

  it("of two who share a mailbox is that of the first by login", async () => {
    await aSuperUser({ login: "zoe", email: "team@people.example", language: "fr" });
    await aSuperUser({ login: "ada", email: " Team@people.example", language: "de" });
    expect(await languagesByName()).toEqual({ Team: "de" });
  });

  it("of somebody who is no Super User any more is still their own", async () => {
    await peopleOfManyLanguages();
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'bela'");
    await runWatch();
    expect(await mailLanguages("roster-changed")).toMatchObject({ bela: "es", anna: "de" });
  });
});

describe("alerts go out in English", () => {
  it("where Matomo's table of languages is missing", async () => {
    await peopleOfManyLanguages();
    const name = `${tablePrefix}user_language`;
    await rawRun(`ALTER TABLE \`${name}\` RENAME TO \`${name}_away\``);
    try {
      await somethingHappens();
    } finally {
      await rawRun(`ALTER TABLE \`${name}_away\` RENAME TO \`${name}\``);
    }
    expect(Object.values(await mailLanguages("public-outside"))).toEqual(Array(6).fill("en"));
  });

  it.runIf(dialect === "mysql")("where the portal may not read it", async () => {
    await peopleOfManyLanguages();
    const right = `SELECT (login, language) ON \`${tablePrefix}user_language\``;
    await rawRun(`REVOKE ${right} FROM ${portalAccount()}`);
    try {
      await somethingHappens();
    } finally {
      await rawRun(`GRANT ${right} TO ${portalAccount()}`);
    }
    expect(Object.values(await mailLanguages("public-outside"))).toEqual(Array(6).fill("en"));
  });
});

it.runIf(dialect === "mysql")(
  "a table of languages with another collation than the users' changes nothing",
  async () => {
    await peopleOfManyLanguages();
    const alter = (collation: string) =>
      rawRun(`ALTER TABLE \`${tablePrefix}user_language\` CONVERT TO CHARACTER SET utf8mb4 COLLATE ${collation}`);
    await alter("utf8mb4_bin");
    expect(await languagesByName()).toEqual(EXPECTED);
  },
);
