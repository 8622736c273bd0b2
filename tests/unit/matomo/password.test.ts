import { createHash } from "node:crypto";
import { type Algorithm, hash as hashArgon2 } from "@node-rs/argon2";
import { hashSync } from "@node-rs/bcrypt";
import { describe, expect, it, vi } from "vitest";
import { verifyMatomoPassword } from "@/lib/matomo/password";

/** The library itself, with a record of the hashes it was asked about. */
const compared = vi.hoisted((): string[] => []);
vi.mock("@node-rs/bcrypt", async (original) => {
  const library = await original<typeof import("@node-rs/bcrypt")>();
  const verify = (password: string, hash: string) => {
    compared.push(hash);
    return library.verify(password, hash);
  };
  return { ...library, verify };
});

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const bcrypt = (input: string, version = "2y") => hashSync(input, 4).replace("$2b$", `$${version}$`);
const argon2 = (input: string, algorithm: Algorithm) =>
  hashArgon2(input, { algorithm, memoryCost: 1024, timeCost: 1, parallelism: 1 });

const costOf = (hash: string) => Number(hash.slice(4, 6));

const PASSWORD = "correct horse";
const GOOD = bcrypt(md5(PASSWORD));

describe("a password of Matomo", () => {
  it.each(["2y", "2a", "2b"])("verifies against bcrypt of its md5, marked $%s$", async (version) => {
    const stored = bcrypt(md5(PASSWORD), version);
    expect(await verifyMatomoPassword(PASSWORD, stored)).toBe(true);
    expect(await verifyMatomoPassword("wrong horse", stored)).toBe(false);
  });

  it.each<[string, Algorithm]>([
    ["argon2i", 1],
    ["argon2id", 2],
  ])("verifies against %s of its md5", async (name, algorithm) => {
    const stored = await argon2(md5(PASSWORD), algorithm);
    expect(stored).toMatch(new RegExp(`^\\$${name}\\$`));
    expect(await verifyMatomoPassword(PASSWORD, stored)).toBe(true);
    expect(await verifyMatomoPassword("wrong horse", stored)).toBe(false);
  });

  it.each([" trailing ", "pässwörd", "😀😀", "x".repeat(200), "<b>&amp;"])(
    "is taken exactly as typed: %j",
    async (typed) => {
      expect(await verifyMatomoPassword(typed, bcrypt(md5(typed)))).toBe(true);
    },
  );

  it("is neither trimmed, nor folded, nor normalised", async () => {
    for (const other of [` ${PASSWORD}`, `${PASSWORD} `, "Correct horse", `${PASSWORD}\u0000`]) {
      expect(await verifyMatomoPassword(other, GOOD), JSON.stringify(other)).toBe(false);
    }
    expect(await verifyMatomoPassword("e\u0301", bcrypt(md5("\u00e9")))).toBe(false);
  });

  it("verifies neither without the md5 step nor as the md5 itself", async () => {
    expect(await verifyMatomoPassword(PASSWORD, bcrypt(PASSWORD))).toBe(false);
    expect(await verifyMatomoPassword(md5(PASSWORD), GOOD)).toBe(false);
  });
});

describe("what is no password hash never verifies, and never throws", () => {
  const salt = ".".repeat(22);
  it.each<[string, string | null]>([
    ["an unknown login", null],
    ["an empty password (anonymous, pending)", ""],
    ["the raw md5 of before Matomo 3", md5(PASSWORD)],
    ["the password itself", PASSWORD],
    ["a truncated hash", GOOD.slice(0, -1)],
    ["a hash with something behind it", `${GOOD}x`],
    ["a hash with a line break behind it", `${GOOD}\n`],
    ["a hash with something before it", ` ${GOOD}`],
    ["an LDAP marker", "{LDAP}".padEnd(32, "x")],
    ["$2x$, bcrypt's broken variant", GOOD.replace("$2y$", "$2x$")],
    ["a cost below 4", `$2y$03$${salt}${".".repeat(31)}`],
    ["a cost above 31", `$2y$99$${salt}${".".repeat(31)}`],
    ["text beyond bcrypt's alphabet", `$2y$10$${"!".repeat(53)}`],
    ["argon2 without anything", "$argon2id$"],
    ["argon2 cut off", "$argon2id$v=19$m=1024,t=1,p=1$c2FsdHNhbHQ"],
    ["argon2d, which PHP has not", "$argon2d$v=19$m=1024,t=1,p=1$c2FsdHNhbHQ$AAAA"],
  ])("%s", async (_, stored) => {
    // The reference is this very password's hash, which makes no difference but to the time that it takes.
    for (const typed of [PASSWORD, "", stored ?? ""]) {
      expect(await verifyMatomoPassword(typed, stored, GOOD)).toBe(false);
    }
  });
});

describe("an unknown login", () => {
  it("costs one real bcrypt comparison, against a well-formed hash of Matomo's usual cost", async () => {
    compared.length = 0;
    await verifyMatomoPassword(PASSWORD, null);
    expect(compared).toHaveLength(1);
    const [nobody = ""] = compared;
    // 16 bytes of salt and 23 of hash, each with no stray bits in its last character
    expect(nobody).toMatch(/^\$2y\$10\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/);
  });

  it.each([
    ["an empty password", ""],
    ["a raw md5", md5(PASSWORD)],
    ["a truncated hash", GOOD.slice(0, -1)],
    ["argon2 without anything", "$argon2id$"],
    ["argon2 cut off", "$argon2id$v=19$m=1024,t=1,p=1$c2FsdHNhbHQ"],
    ["argon2 of a salt that is none", "$argon2i$v=19$m=1024,t=1,p=1$!$AAAA"],
  ])("costs as much as %s does", async (_, stored) => {
    compared.length = 0;
    await verifyMatomoPassword(PASSWORD, stored);
    expect(compared.map(costOf)).toEqual([10]);
  });

  it("costs what the reference of this instance costs, when it is a hash", async () => {
    for (const stored of [null, "", "$argon2id$"]) {
      compared.length = 0;
      expect(await verifyMatomoPassword(PASSWORD, stored, GOOD), String(stored)).toBe(false);
      expect(compared).toEqual([GOOD]);
    }
    compared.length = 0;
    await verifyMatomoPassword(PASSWORD, "", "$argon2id$");
    expect(compared.map(costOf)).toEqual([10]);
    compared.length = 0;
    expect(await verifyMatomoPassword("wrong horse", GOOD, bcrypt(md5("wrong horse")))).toBe(false);
    expect(compared).toEqual([GOOD]);
  });
});
