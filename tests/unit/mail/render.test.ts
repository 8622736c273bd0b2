import { describe, expect, it } from "vitest";
import { MailTranslator } from "@/emails/mail-translator";
import { type FactsOf, type MailFacts, mailFactsSchema, RECIPIENT_MARK } from "@/lib/ledger/facts/mail-schema";
import { letterOf, renderMail } from "@/lib/messaging/mail/render";
import { asTyped } from "@/lib/platform/typed-text-terms";
import {
  EXAMPLES,
  finding,
  hrefs,
  KINDS,
  madePublic,
  oneLine,
  type SiteFacts,
  settingChanged,
  sites,
  unescapeHtml,
  visible,
} from "./facts";

/** The same sites, each with its last day. */
const onDay = ({ sites: named, total }: ReturnType<typeof sites>) => ({
  total,
  sites: named.map((site) => ({ ...site, until: "2026-12-11" })),
});

/** Facts put together in a test, as the schema takes them. */
const factsOf = (facts: unknown) => mailFactsSchema.parse(facts);

describe("the words of a mail", () => {
  it.each([
    [madePublic(sites(1, () => "Shop")), "Made public by anna: “Shop” on stats.example"],
    [madePublic(sites(2)), "Made public by anna: “Site 1” and “Site 2” on stats.example"],
    [
      { ...EXAMPLES["made-private"], ...sites(3) },
      "Made private by bela: “Site 1”, “Site 2” and 1 more on stats.example",
    ],
    [
      { ...EXAMPLES["made-private"], ...sites(1, () => "Shop"), actor: null, cause: "expired" },
      "Private, end date passed: “Shop” on stats.example",
    ],
    [
      { ...EXAMPLES["public-outside"], ...sites(1, () => "Shop") },
      "Made public outside this app: “Shop” on stats.example",
    ],
    [
      { ...EXAMPLES["private-outside"], ...sites(1, () => "Shop") },
      "Made private outside this app: “Shop” on stats.example",
    ],
    [{ ...EXAMPLES.baseline, ...sites(4) }, "Already public: “Site 1”, “Site 2” and 2 more on stats.example"],
    [EXAMPLES["log-went-back"], "Activity log lost everything after entry 207 on stats.example"],
    [
      { ...EXAMPLES["log-went-back"], lost: { from: 208, to: null } },
      "Activity log lost everything after entry 207 on stats.example",
    ],
    [EXAMPLES["setting-changed"], "Reminders set by anna: Monthly on stats.example"],
    [settingChanged("second-factor", "optional", "required"), "Second factor set by anna: Required on stats.example"],
    [settingChanged("second-factor", "required", "optional"), "Second factor set by anna: Optional on stats.example"],
    [EXAMPLES["step-up-locked"], "Wrong password or code in your session, 5× on stats.example"],
    [EXAMPLES["password-known"], "Someone knows your password, anna on stats.example"],
    [EXAMPLES.reminder, "Still public: “Botanical garden”, “Café Zürich” and 1 more on stats.example"],
    [
      { ...EXAMPLES["made-private"], ...sites(2), actor: null, cause: "locked" },
      "Private because blocked: “Site 1” and “Site 2” on stats.example",
    ],
    [
      { ...EXAMPLES["made-private"], ...sites(2), actor: null, cause: "unconfirmed" },
      "Private, not kept in the review: “Site 1” and “Site 2” on stats.example",
    ],
    [{ ...EXAMPLES.extended, ...sites(1, () => "Shop") }, "End date changed by anna: “Shop” on stats.example"],
    [
      { ...EXAMPLES.extended, ...sites(3), until: null },
      "End date removed by anna: “Site 1”, “Site 2” and 1 more on stats.example",
    ],
    [
      { ...EXAMPLES["block-changed"], ...sites(2) },
      "Public access blocked by bela: “Site 1” and “Site 2” on stats.example",
    ],
    [
      { ...EXAMPLES["block-changed"], ...sites(0), actor: null },
      "Public access blocked by bin/public-access block: 0 sites on stats.example",
    ],
    [
      { ...EXAMPLES["block-changed"], ...sites(1), on: false },
      "Block turned off by bela, public again: “Site 1” on stats.example",
    ],
    [
      { ...EXAMPLES["block-changed"], ...sites(0), on: false },
      "Block turned off by bela, public again: 0 sites on stats.example",
    ],
    [{ ...EXAMPLES["rows-mended"], ...sites(2) }, "Limited to view by anna: “Site 1” and “Site 2” on stats.example"],
    [
      { ...EXAMPLES["rows-mended"], ...sites(2), what: "orphans-removed" },
      "Leftover permissions removed by anna: “Site 1” and “Site 2” on stats.example",
    ],
    [{ ...EXAMPLES.acknowledged, ...sites(1, () => "Shop") }, "Marked as intended by bela: “Shop” on stats.example"],
    [EXAMPLES.digest, "Made public by anna: 9 sites on stats.example"],
    [{ ...EXAMPLES.digest, opened: null }, "More changes by anna within a minute: 12 on stats.example"],
    [
      { ...EXAMPLES.digest, opened: { changes: 0, sites: 0 } },
      "More changes by anna within a minute: 12 on stats.example",
    ],
    [finding("writable"), "Urgent: Public and writable, “Staff intranet” on stats.example"],
    [finding("null-access"), "Urgent: Matomo fails without a login, “Staff intranet” on stats.example"],
    [finding("duplicate-rows", "worse"), "Worse: Duplicate permissions, “Staff intranet” on stats.example"],
    [finding("anonymous-super-user"), "Urgent: Everyone is a Super User on stats.example"],
    [finding("anonymous-super-user", "mended"), "Resolved: Everyone is a Super User on stats.example"],
    [EXAMPLES["roster-changed"], "Changes to the Super Users: 3 on stats.example"],
    [{ ...EXAMPLES["roster-changed"], removed: [], moved: [], total: 1 }, "New Super User: mallory on stats.example"],
    [
      { ...EXAMPLES["end-near"], ...onDay(sites(2)), days: 1 },
      "Private within 1 day: “Site 1” and “Site 2” on stats.example",
    ],
    [
      { ...EXAMPLES["lapse-near"], ...sites(1, () => "Shop") },
      "Private within 7 days unless kept: “Shop” on stats.example",
    ],
    [EXAMPLES.unreachable, "Mail no longer reaches “bela” on stats.example"],
    [
      { ...EXAMPLES.unreachable, logins: ["bela", "carl"] },
      "Mail no longer reaches “bela” and “carl” on stats.example",
    ],
    [EXAMPLES.drill, "Test alert: nothing was made public on stats.example"],
    [
      settingChanged("unconfirmed-rule", "off", "3"),
      "Unreviewed sites set by anna: Private after 3 reminders on stats.example",
    ],
    [
      settingChanged("extra-recipients", "", "press@stats.example"),
      "Extra recipients changed by anna on stats.example",
    ],
    [
      settingChanged("extra-recipients", "press@stats.example", ""),
      "Extra recipients set by anna: Empty on stats.example",
    ],
    [settingChanged("unconfirmed-rule", "3", "off"), "Unreviewed sites set by anna: Stay public on stats.example"],
  ] satisfies [MailFacts, string][])(
    "E27: say in the subject what happened and to how many (%#)",
    async (facts, subject) => {
      expect((await renderMail(facts, "en")).subject).toBe(subject);
    },
  );

  it("say how far the audit log was, which mails that were queued by an older version do not know", async () => {
    const { log, ...older } = EXAMPLES.reminder;
    expect(log).toEqual({ seq: 1234, hash: "a1b2c3d4e5f6" });
    const now = await renderMail(EXAMPLES.reminder, "en");
    const before = await renderMail(factsOf(JSON.parse(JSON.stringify(older))), "en");
    for (const said of [oneLine(now.text), visible(now.html)]) {
      expect(said).toContain("Log 1234:a1b2c3d4e5f6");
    }
    for (const said of [before.text, before.html]) expect(said).not.toMatch(/Log|undefined/);
  });

  it("say who did it and what it means before the button, which leads to the one site", async () => {
    const facts = madePublic(sites(1, () => "Shop"));
    const { html, text } = await renderMail(facts, "en");
    const button = "Review this change";
    for (const part of [visible(html), oneLine(text)]) {
      const [before = ""] = part.split(button);
      expect(before).toContain("Made public by anna: “Shop”");
      expect(before).toContain("Anyone can now read the reports without a login, through 21 Feb 2027.");
    }
    expect(html).toMatch(/<a[^>]*href="https:\/\/portal\.example\/public-access\?site=1"[^>]*class="button"/);
  });

  it("say briefly what anyone sees, for each setting of the instance", async () => {
    const said = async (exposure: Partial<(typeof EXAMPLES)["made-public"]["exposure"]>) => {
      const facts = madePublic({ exposure: { ...EXAMPLES["made-public"].exposure, ...exposure } });
      const { html, text } = await renderMail(facts, "en");
      return [visible(html), oneLine(text)];
    };
    for (const part of await said({ visitsLog: "shown" })) expect(part).toContain("Visits log: every visit");
    for (const part of await said({ visitsLog: "hidden" })) expect(part).toContain("Visits log hidden");
    for (const part of await said({ visitsLog: "shown-on-some" })) expect(part).toContain("Visits log on some sites");
    for (const part of await said({ userIds: "shown" })) expect(part).toContain("User IDs as recorded");
    for (const part of await said({ userIds: "pseudonymised" })) expect(part).toContain("as pseudonyms, older ones");
    for (const part of await said({ visitsLog: "unknown" })) expect(part).toContain("so assume it is visible");
    for (const part of await said({ userIds: "unknown" })) expect(part).toContain("perhaps as pseudonyms (unknown)");
    const rawUserIds = { total: 12, sites: [{ id: 4, name: "Shop" }] };
    for (const part of await said({ userIds: "shown-on-some", rawUserIds })) {
      expect(part).toContain("as recorded on 12 (Shop, …)");
    }
    for (const visitsLog of ["hidden", "shown-on-some"] as const) {
      for (const part of await said({ visitsLog, hiddenLogs: "readable" })) {
        expect(part).toContain("Visits log, even where hidden");
        expect(part).not.toMatch(/Visits log hidden|on some sites/);
      }
      for (const part of await said({ visitsLog, hiddenLogs: "unknown" })) {
        expect(part).toContain("requests for several sites may return it");
      }
    }
    for (const part of await said({ annotations: "with-authors" }))
      expect(part).toContain("with their authors’ logins");
    for (const part of await said({ annotations: "without-authors" })) expect(part).toMatch(/Annotations(?!,| with)/);
    for (const part of await said({ annotations: "unknown" })) expect(part).toContain("logins (unknown)");
  });

  it("say of an older mail what it said then: nothing of what was not read at the time", async () => {
    const { hiddenLogs: _, annotations: __, rawUserIds: ___, ...older } = EXAMPLES["made-public"].exposure;
    const facts = madePublic({ exposure: { ...older, visitsLog: "hidden", userIds: "pseudonymised" } });
    const text = oneLine((await renderMail(mailFactsSchema.parse(JSON.parse(JSON.stringify(facts))), "en")).text);
    expect(text).toContain("Visits log hidden");
    expect(text).toContain("as pseudonyms, older ones as recorded");
    expect(text).not.toMatch(/annotations|unknown/i);
  });

  it("say that Matomo does not record who made a site public outside this app", async () => {
    for (const traces of [EXAMPLES["public-outside"].traces, undefined]) {
      const { html, text } = await renderMail({ ...EXAMPLES["public-outside"], traces }, "en");
      for (const part of [visible(html), oneLine(text)]) {
        expect(part).toContain("Matomo doesn’t record who did it.");
        expect(part).toContain("check Matomo’s tokens, plugins and database logins");
      }
    }
  });

  it("say what is not known, and that there is no end date", async () => {
    const actor = { login: "anna", ip: null, browser: null };
    const { html, text } = await renderMail(madePublic({ actor, until: null, reason: asTyped("") }), "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toMatch(/From\s+unknown address, unknown browser/);
      expect(part).toContain("without a login, no end date.");
      expect(part).toMatch(/Reason\s+none/);
    }
  });

  it("say who gets it: every Super User, or one person about their own session", async () => {
    for (const facts of KINDS) {
      const { html, text } = await renderMail(facts, "en");
      const own = { "step-up-locked": "nobody else", "password-known": "nobody else" };
      const words = Object.entries(own).find(([kind]) => kind === facts.kind)?.[1] ?? "all Super Users";
      for (const part of [visible(html), oneLine(text)]) expect(part).toContain(words);
    }
  });

  it("tell the one whose password is known how that was seen, that the code held, and what to do", async () => {
    for (const [because, words] of [
      ["no-code", "without your code"],
      ["wrong-codes", "with wrong codes"],
    ] as const) {
      const { html, text } = await renderMail({ ...EXAMPLES["password-known"], because }, "en");
      for (const part of [visible(html), oneLine(text)]) {
        expect(part).toContain(words);
        expect(part).toContain("Your second factor stopped it");
        expect(part).toContain("3× within an hour");
        expect(part).toContain("change your Matomo password");
      }
    }
  });

  it("tell the one whose password was tried what it means, until when, and what to do (S9, S45)", async () => {
    const { html, text } = await renderMail(EXAMPLES["step-up-locked"], "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toContain("Wrong password or code in your session, 5×");
      expect(part).toContain("Nothing was published");
      expect(part).toContain("is locked until 27 Nov 2026, 04:06 (Europe/Berlin)");
      expect(part).toContain("End all other sessions");
      expect(part).toContain("change your Matomo password");
      expect(part).toContain("tell the other Super Users");
    }
  });

  it("say at once that a test alert is one, who sent it, what a real one would say, and that alerts arrive", async () => {
    for (const [facts, began] of [
      [EXAMPLES.drill, "bela is testing the alerts."],
      [{ ...EXAMPLES.drill, site: null, actor: null }, "The operator is testing the alerts."],
    ] as const) {
      const { html, text } = await renderMail(facts, "en");
      expect(visible(html).startsWith(began)).toBe(true);
      expect(oneLine(text).startsWith("Test alert: nothing was made public")).toBe(true);
      for (const part of [visible(html), oneLine(text)]) {
        expect(part).toContain(began);
        expect(part).toContain("so alerts reach you");
        expect(part).toContain("A real alert never begins with “Test alert”");
        expect(part).toContain("Make the site private");
        expect(part.includes("Online shop")).toBe(facts.site !== null);
      }
    }
  });

  it.each([
    ["en", "Test alert"],
    ["de", "Testalarm"],
    ["fr", "Alerte de test"],
    ["es", "Alerta de prueba"],
    ["ar", "تنبيه تجريبي"],
  ] as const)(
    "begin the subject of a test alert with words in %s with which no other mail's subject begins",
    (language, words) => {
      for (const facts of KINDS) {
        const { subject } = letterOf(facts, new MailTranslator(language));
        expect({ subject, isTest: subject.startsWith(words) }).toEqual({ subject, isTest: facts.kind === "drill" });
      }
    },
  );

  it("say in a reminder how often it comes, and offer fewer where fewer can be had", async () => {
    const weekly = await renderMail(EXAMPLES.reminder, "en");
    const monthly = await renderMail({ ...EXAMPLES.reminder, cadence: "monthly" }, "en");
    for (const part of [visible(weekly.html), oneLine(weekly.text)]) {
      expect(part).toContain("Weekly reminder of 23 Nov 2026, 08:00 (Europe/Berlin). Monthly instead");
    }
    expect(weekly.text).toContain("Monthly instead:\nhttps://portal.example/settings");
    expect(visible(monthly.html)).toContain("Monthly reminder of 23 Nov 2026");
    expect(monthly.text).not.toContain("Monthly instead");
  });

  it("fall back to English for a language that is not spoken yet", async () => {
    expect(await renderMail(madePublic(), "tlh")).toEqual(await renderMail(madePublic(), "en"));
  });
});

describe("many sites", () => {
  it.each([
    [51, 1],
    [1000, 950],
  ])("of %i the first 50 are named and the other %i are counted, with a link to the list", async (total, rest) => {
    const facts = madePublic(sites(total));
    const { html, text } = await renderMail(facts, "en");
    expect(visible(html)).toContain(`See ${rest} more`);
    expect(text).toContain(`See ${rest} more:\n   ${facts.links.publicAccess}`);
    expect(visible(html)).toContain("site-50.example");
  });

  it("of 50 there is no more to tell", async () => {
    const { html, text } = await renderMail(madePublic(sites(50)), "en");
    expect(visible(html)).not.toMatch(/See \d+ more/);
    expect(text).not.toMatch(/See \d+ more/);
  });

  const LONG = "ö".repeat(90);
  const alerts = [EXAMPLES["made-public"], EXAMPLES["made-private"], EXAMPLES["public-outside"], EXAMPLES.baseline];
  const answeredFor = (reason: string, changes: (id: number) => Partial<SiteFacts> = () => ({})): MailFacts => ({
    ...EXAMPLES.reminder,
    total: 60,
    sites: sites(50, () => LONG).sites.map((site): FactsOf<"reminder">["sites"][number] => ({
      ...site,
      ...changes(site.id),
      channel: "outside",
      since: "22 November 2026",
      by: "anna",
      reason: asTyped(reason),
      until: null,
      kept: { by: "bela", on: "2026-11-20" },
      outside: { seen: "shown", personal: 12 },
    })),
  });

  it.each([
    ...alerts.map((facts): MailFacts => ({ ...facts, ...sites(1000, () => LONG) })),
    answeredFor("ö".repeat(140)),
  ])("with the longest names Matomo holds fit into 102 KB, 50 of them ($kind)", async (facts) => {
    const { html } = await renderMail(facts, "en");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(visible(html)).toContain("site-50.example");
  });

  const ARABIC = "ه".repeat(90);

  it.each(Object.values(EXAMPLES).filter((facts) => "sites" in facts && facts.kind !== "reminder"))(
    "E28, E29: of 1,000 with names of 90 Arabic letters 50 are named and fit into 102 KB ($kind)",
    async (facts) => {
      const many = sites(1000, () => ARABIC);
      const named = many.sites.map((site) => ({
        ...site,
        detail: { type: "texts", texts: "admin", more: 0 },
        until: "2026-12-11",
      }));
      const { html, text } = await renderMail(factsOf({ ...facts, sites: named, total: 1000 }), "en");
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      expect(visible(html)).toContain("site-50.example");
      expect(visible(html)).toContain("See 950 more");
      expect(text).toContain("See 950 more:\n   https://portal.example/");
      expect(text).toContain(`\u2068${ARABIC}\u2069`);
    },
  );

  it("that are too much for 102 KB are counted instead, alike in both parts", async () => {
    const long = { name: "&".repeat(90), url: `https://example.org/?${"&".repeat(235)}` };
    const { html, text } = await renderMail(
      answeredFor("&".repeat(500), () => long),
      "en",
    );
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    const counted = /See (\d+) more/.exec(visible(html))?.[1];
    expect(Number(counted)).toBeGreaterThan(10);
    expect(text).toContain(`See ${counted} more`);
  });
});

describe("a digest", () => {
  const digestOf = (count: number, change: Partial<FactsOf<"made-public">>): FactsOf<"digest"> => ({
    ...EXAMPLES.digest,
    total: 100,
    changes: Array.from({ length: count }, () => ({ ...EXAMPLES["made-public"], ...change })),
  });

  it("E13: says of each change what it was, when, on which sites, why, and that the first had a mail of its own", async () => {
    const { html, text } = await renderMail(EXAMPLES.digest, "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toContain("Made public by anna: “Botanical garden”, “مكتبة المدينة” and 7 more");
      expect(part).toContain("through 10 Mar 2027");
      expect(part).toContain("Made private by anna: “City library & archive”");
      expect(part).toContain("Reminders set by anna: Monthly");
      expect(part).toContain("The first change had its own mail");
      expect(part).toContain("1 of them made sites public");
      expect(part).toContain("11 Dec 2026, 17:40 – 17:41 (Europe/Berlin)");
      expect(part).toContain("See 9 more");
    }
  });

  it("E13, E29: names 50 changes with the longest names within 102 KB, and says how many are not named", async () => {
    const { html, text } = await renderMail(
      digestOf(
        50,
        sites(3, () => "ه".repeat(90)),
      ),
      "en",
    );
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(html.split("<li").length - 1).toBe(50);
    for (const part of [visible(html), text]) expect(part).toContain("See 50 more");
    expect(text).toMatch(/^50\. Made public by anna:/m);
  });

  it("E29: counts changes that would not fit into 102 KB, alike in both parts", async () => {
    const { html, text } = await renderMail(digestOf(50, { ...sites(3), reason: asTyped("&".repeat(500)) }), "en");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    const counted = /See (\d\d+) more/.exec(visible(html))?.[1];
    expect(Number(counted)).toBeGreaterThan(50);
    expect(text).toContain(`See ${counted} more`);
  });
});

describe("many people", () => {
  it.each(["ه", "&"])(
    "E29: who joined, left or moved fit into 102 KB, and the others are counted (%s)",
    async (letter) => {
      const people = Array.from({ length: 50 }, (_, index) => `${index}${letter.repeat(90)}`);
      const named = people.map((login) => ({ login, address: `${login}@mail.example` }));
      const moved = people.map((login) => ({ login, from: `${login}@a.example`, to: `${login}@b.example` }));
      const facts = { ...EXAMPLES["roster-changed"], added: named, removed: named, moved, total: 400 };
      const { html, text } = await renderMail(facts, "en");
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      const counted = /See (\d+) more/.exec(visible(html))?.[1];
      expect(Number(counted)).toBeGreaterThanOrEqual(250);
      expect(text).toContain(`See ${counted} more:\n   https://portal.example/activity`);
    },
  );

  it("E29: 1,000 people whom no mail reaches are 50 names and a number", async () => {
    const logins = Array.from({ length: 1000 }, (_, index) => `user-${index}`);
    const { html, text } = await renderMail({ ...EXAMPLES.unreachable, logins }, "en");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    for (const part of [visible(html), text]) expect(part).toContain("See 950 more");
    expect(text).not.toContain("user-50\n");
  });
});

describe("words from outside", () => {
  const HOSTILE = "a\r\nBcc: eve@evil.example\u0000\u2028\u2029\u0085b\u202Ec\u2066d\uE000\uFEFFe\u200Ff";

  it.each(["name", "login", "reason", "browser"])(
    "cannot add a line, a header or a direction by the %s",
    async (place) => {
      const facts = madePublic({
        ...sites(1, () => (place === "name" ? HOSTILE : "Shop")),
        reason: asTyped(place === "reason" ? HOSTILE : "press"),
        actor: {
          login: place === "login" ? HOSTILE : "anna",
          ip: "203.0.113.7",
          browser: place === "browser" ? HOSTILE : "Firefox",
        },
      });
      const mail = await renderMail(facts, "en");
      const plain = await renderMail(madePublic({ ...sites(1, () => "Shop"), reason: asTyped("press") }), "en");
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028-\u202E\u2060-\u2069\uE000]/u);
      expect(`${mail.html}${mail.text}`.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
      expect(mail.text).not.toMatch(/^\s*Bcc:/m);
      expect(mail.html.split(RECIPIENT_MARK)).toHaveLength(2);
      expect(mail.subject.split("\n")).toHaveLength(plain.subject.split("\n").length);
      expect(visible(mail.html)).toContain("a Bcc: eve@evil.example bcdef");
    },
  );

  it("are shown as they are, never as markup", async () => {
    const name = "<img src=x onerror=alert(1)>";
    const mail = await renderMail(
      madePublic({ ...sites(1, () => name), reason: asTyped("</td><script>x</script>") }),
      "en",
    );
    expect(mail.html).not.toMatch(/<img|<script/);
    expect(mail.html).toContain("<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>");
    expect(mail.text).toContain(name);
    expect(mail.subject).toContain(name);
  });

  it("are escaped exactly once: a site called A &amp; B is read as A &amp; B", async () => {
    const mail = await renderMail(madePublic(sites(1, () => "A &amp; B")), "en");
    expect(mail.html).toContain("<bdi>A &amp;amp; B</bdi>");
    expect(unescapeHtml("A &amp;amp; B")).toBe("A &amp; B");
    expect(mail.text).toContain("A &amp; B");
    expect(mail.subject).toContain("“A &amp; B”");
  });

  it("written from right to left are set apart in HTML, text and subject, and others are not", async () => {
    const arabic = await renderMail(madePublic(sites(1, () => "مكتبة")), "en");
    expect(arabic.html).toContain("<bdi>مكتبة</bdi>");
    expect(arabic.text).toContain("\u2068مكتبة\u2069");
    expect(arabic.subject).toBe("Made public by anna: “\u2068مكتبة\u2069” on stats.example");
    expect((await renderMail(madePublic(), "en")).text).not.toMatch(/[\u2066-\u2069]/);
  });

  it("are never a link: the site's own address is text", async () => {
    const [site] = sites(1).sites;
    const facts = madePublic({ total: 1, sites: site ? [{ ...site, url: "javascript:alert(1)" }] : [] });
    expect(hrefs((await renderMail(facts, "en")).html)).not.toContain("javascript:alert(1)");
  });
});
