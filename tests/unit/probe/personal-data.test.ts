import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "@/lib/domain/probe/personal-data";
import { millisecondsOf } from "@/tests/support/work";

const inUrl = (url: string) => findPersonalData({ url: [url], title: [] });
const inTitle = (title: string) => findPersonalData({ url: [], title: [title] });

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const word = (min: number, max: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: min, maxLength: max }).map((letters) => letters.join(""));
const email = fc.tuple(word(3, 12), word(4, 12), fc.constantFrom("org", "de", "example", "co.uk"));
const path = fc.array(word(1, 10), { maxLength: 4 }).map((parts) => `/${parts.join("/")}`);

describe("personal data in the addresses and titles of pages", () => {
  it("a planted e-mail address is always found, however it is written, and never shown", () => {
    fc.assert(
      fc.property(
        email,
        path,
        fc.constantFrom("@", "%40", "%2540"),
        fc.constantFrom("?mail=", "/user/", "#"),
        (parts, at, sign, before) => {
          const [name, host, domain] = parts;
          const found = inUrl(`https://shop.example${at}${before}${name}${sign}${host}.${domain}`);
          expect(found).toContainEqual(expect.objectContaining({ kind: "email", where: "url", count: 1 }));
          const said = JSON.stringify(found);
          expect(said).not.toContain(`${name}@`);
          expect(said).not.toContain(host);
        },
      ),
    );
  });

  it("a planted token is always found and never shown", () => {
    const value = fc.string({ unit: fc.constantFrom(..."0123456789abcdef".split("")), minLength: 32, maxLength: 80 });
    const names = fc.constantFrom("token", "access_token", "auth", "PHPSESSID", "sid", "reset", "key", "password");
    fc.assert(
      fc.property(value, names, path, (secret, name, at) => {
        for (const url of [`https://shop.example${at}?${name}=${secret}`, `https://shop.example${at}/${secret}`]) {
          const found = inUrl(url);
          expect(found).toContainEqual(expect.objectContaining({ kind: "token", where: "url" }));
          expect(JSON.stringify(found)).not.toContain(secret.slice(0, 12));
        }
      }),
    );
  });

  it("ordinary addresses and titles are not flagged", () => {
    fc.assert(
      fc.property(path, word(2, 12), fc.nat(10_000), (at, query, number) => {
        expect(inUrl(`https://shop.example${at}?q=${query}&page=${number}`)).toEqual([]);
      }),
    );
    for (const url of [
      "https://shop.example/",
      "https://shop.example/2026/11/24/a-long-title-about-nothing-in-particular-and-more-of-it",
      "https://shop.example/produkte/winterjacke-fuer-kinder-in-blau-groesse-128?variant=40213",
      "https://shop.example/search?q=token+ring&key=c-major",
      "https://shop.example/@anna/posts",
      "https://shop.example/%E4%BD%A0%E5%A5%BD?utm_source=newsletter&utm_campaign=spring_2026",
      "https://shop.example/docs/v1.2.3/GettingStartedWithTheNewInterface",
      "https://shop.example/%zz",
    ]) {
      expect([url, inUrl(url)]).toEqual([url, []]);
    }
    for (const title of ["Welcome", "50 % off @ the shop", "Reset your password", "Contact: mail us"]) {
      expect([title, inTitle(title)]).toEqual([title, []]);
    }
  });

  it("a JSON web token, a session and a mixed piece are found", () => {
    expect(inUrl("https://a.example/cb#id=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl")).toMatchObject([
      { kind: "token", masked: "eyJ…" },
    ]);
    expect(inUrl("https://a.example/?PHPSESSID=abcdef123456ghijkl")).toMatchObject([{ masked: "PHPSESSID=…" }]);
    expect(inUrl("https://a.example/invite/Zk3Q9xTe71LpWq02aBcDeFgH")).toMatchObject([{ masked: "… (24)" }]);
  });

  it("is told once for each kind and place, with how many, and an example that cannot be read back", () => {
    const found = findPersonalData({
      url: ["/a?m=anna@people.example", "/b?m=bela@people.example", "/c"],
      title: ["Hello anna@people.example"],
    });
    expect(found).toEqual([
      { kind: "email", where: "url", masked: "a…@p….example", count: 2 },
      { kind: "email", where: "title", masked: "a…@p….example", count: 1 },
    ]);
  });

  it.each(["eyJ-", "?sid", "eyJ-eyJ-.", "aA1", "a@", "a@b.", "%40", "token=", "?token", "0f", "-_", "@", "\u00e4"])(
    "200 texts of 8,000 characters that repeat %j are gone through within a second",
    (piece) => {
      const texts = Array.from({ length: 100 }, () => piece.repeat(8_000 / piece.length));
      expect(millisecondsOf(() => findPersonalData({ url: texts, title: texts }))).toBeLessThan(1_000);
    },
  );

  it("an address, a token and a web token are found behind what nearly is one", () => {
    expect(inUrl("/a@b@carla/x")).toEqual([]);
    expect(inUrl("/a@b@carla.example.org")).toMatchObject([{ kind: "email", masked: "b…@c….org" }]);
    expect(inUrl("/?m=...anna@people.example")).toMatchObject([{ masked: "a…@p….example" }]);
    expect(inUrl("/?session=short&key[api]=0123456789abc")).toMatchObject([{ masked: "key[api]=…" }]);
    expect(inUrl("/www.eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln")).toMatchObject([{ masked: "eyJ…" }]);
    expect(inUrl("/eyJhbGciOiJIUzI1NiJ9.short.c2ln")).toEqual([]);
  });
});
