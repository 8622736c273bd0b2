import { describe, expect, it } from "vitest";
import { Say } from "@/emails/say";
import { type FactsOf, type MailFacts, mailFactsSchema, RECIPIENT_MARK } from "@/lib/ledger/facts/mail-schema";
import { letterOf, renderMail } from "@/lib/messaging/mail/render";
import { asTyped } from "@/lib/platform/typed-text-terms";
import {
  EXAMPLES,
  extraRecipientsChanged,
  finding,
  hrefs,
  KINDS,
  madePublic,
  oneLine,
  type SiteFacts,
  secondFactorChanged,
  sites,
  unconfirmedRuleChanged,
  unescapeHtml,
  visible,
} from "./facts";

/** Facts put together in a test, as the schema takes them. */
const factsOf = (facts: unknown) => mailFactsSchema.parse(facts);

describe("the words of a mail", () => {
  it.each([
    [madePublic(sites(1, () => "Shop")), 'Made public: "Shop" on stats.example'],
    [madePublic(sites(2)), "Made public: 2 sites on stats.example"],
    [{ ...EXAMPLES["made-private"], ...sites(3) }, "Made private: 3 sites on stats.example"],
    [
      { ...EXAMPLES["made-private"], ...sites(1, () => "Shop"), actor: null, cause: "expired" },
      'Made private at the end date: "Shop" on stats.example',
    ],
    [{ ...EXAMPLES["public-outside"], ...sites(3) }, "Made public outside the portal: 3 sites on stats.example"],
    [
      { ...EXAMPLES["private-outside"], ...sites(1, () => "Shop") },
      'Made private outside the portal: "Shop" on stats.example',
    ],
    [{ ...EXAMPLES.baseline, ...sites(4) }, "Already public: 4 sites on stats.example"],
    [EXAMPLES["log-went-back"], "Activity log lost entries 208 to 210 on stats.example"],
    [
      { ...EXAMPLES["log-went-back"], lost: { from: 208, to: null } },
      "Activity log lost everything after entry 207 on stats.example",
    ],
    [EXAMPLES["setting-changed"], "Reminders changed from weekly to monthly on stats.example"],
    [secondFactorChanged("required"), "Publishing takes a second factor now on stats.example"],
    [secondFactorChanged("optional"), "Publishing takes no second factor any more on stats.example"],
    [EXAMPLES["step-up-locked"], "Wrong password or code 5 times in your session on stats.example"],
    [EXAMPLES["password-known"], "Somebody knows your password on stats.example"],
    [EXAMPLES.reminder, "Reminder: 3 sites are public on stats.example"],
    [
      { ...EXAMPLES["made-private"], ...sites(2), actor: null, cause: "locked" },
      "Made private by the lock: 2 sites on stats.example",
    ],
    [
      { ...EXAMPLES["made-private"], ...sites(2), actor: null, cause: "unconfirmed" },
      "Made private, nobody kept it: 2 sites on stats.example",
    ],
    [{ ...EXAMPLES.extended, ...sites(1, () => "Shop") }, 'End date changed: "Shop" on stats.example'],
    [{ ...EXAMPLES.extended, ...sites(3), until: null }, "End date taken away: 3 sites on stats.example"],
    [{ ...EXAMPLES["lock-changed"], ...sites(4) }, "Public access locked: 4 sites made private on stats.example"],
    [{ ...EXAMPLES["lock-changed"], ...sites(0), locked: false }, "Public access unlocked on stats.example"],
    [{ ...EXAMPLES["pause-changed"], ...sites(4) }, "Public access paused: 4 sites made private on stats.example"],
    [
      { ...EXAMPLES["pause-changed"], ...sites(1), state: "resumed" },
      "Public access resumed: 1 site public again on stats.example",
    ],
    [
      { ...EXAMPLES["pause-changed"], ...sites(1), state: "dropped" },
      "Pause dropped: 1 site stays private on stats.example",
    ],
    [{ ...EXAMPLES["rows-mended"], ...sites(2) }, "Reduced to view: 2 sites on stats.example"],
    [
      { ...EXAMPLES["rows-mended"], ...sites(2), what: "orphans-removed" },
      "Rows of deleted sites removed: 2 sites on stats.example",
    ],
    [{ ...EXAMPLES.acknowledged, ...sites(1, () => "Shop") }, 'Said to be intended: "Shop" on stats.example'],
    [EXAMPLES.digest, 'Made public: 9 sites, in 12 changes by "anna" on stats.example'],
    [{ ...EXAMPLES.digest, opened: null }, '12 more changes within a minute by "anna" on stats.example'],
    [
      { ...EXAMPLES.digest, opened: { changes: 0, sites: 0 } },
      '12 more changes within a minute by "anna" on stats.example',
    ],
    [finding("writable"), 'Public and writable: "Staff intranet" on stats.example'],
    [finding("null-access"), 'Matomo fails for strangers: "Staff intranet" on stats.example'],
    [finding("anonymous-super-user"), "Every stranger is a Super User of Matomo on stats.example"],
    [EXAMPLES["roster-changed"], "3 changes to the Super Users on stats.example"],
    [{ ...EXAMPLES["roster-changed"], removed: [], moved: [], total: 1 }, 'New Super User: "mallory" on stats.example'],
    [{ ...EXAMPLES["end-near"], days: 1 }, "Private within 1 day: 2 sites on stats.example"],
    [EXAMPLES["lapse-near"], "Private within 7 days unless kept: 2 sites on stats.example"],
    [EXAMPLES.unreachable, 'No mail reaches "bela" on stats.example'],
    [{ ...EXAMPLES.unreachable, logins: ["bela", "carl"] }, "No mail reaches 2 Super Users on stats.example"],
    [EXAMPLES.drill, "Drill: nothing was made public on stats.example"],
    [unconfirmedRuleChanged("off", "3"), "Unconfirmed sites go private after 3 periods on stats.example"],
    [extraRecipientsChanged("", "press@stats.example"), "Other people get alerts of stats.example"],
    [extraRecipientsChanged("press@stats.example", ""), "Only Super Users get alerts of stats.example"],
    [unconfirmedRuleChanged("3", "off"), "Unconfirmed sites stay public now on stats.example"],
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
      expect(said).toContain("Audit log: newest event 1234:a1b2c3d4e5f6");
    }
    for (const said of [before.text, before.html]) expect(said).not.toMatch(/Audit log|undefined/);
  });

  it("call one site a site and two sites sites", async () => {
    const one = visible((await renderMail(madePublic(sites(1, () => "Shop")), "en")).html);
    const two = visible((await renderMail(madePublic(sites(2)), "en")).html);
    expect(one).toContain("“Shop” was made public");
    expect(one).not.toMatch(/\b1 sites|these sites/);
    expect(two).toContain("2 sites were made public");
  });

  it("say in plain sentences what strangers see, for each setting of the instance", async () => {
    const said = async (exposure: Partial<(typeof EXAMPLES)["made-public"]["exposure"]>) => {
      const facts = madePublic({ exposure: { ...EXAMPLES["made-public"].exposure, ...exposure } });
      const { html, text } = await renderMail(facts, "en");
      return [visible(html), oneLine(text)];
    };
    for (const part of await said({ visitsLog: "shown" })) expect(part).toContain("The visits log: every single visit");
    for (const part of await said({ visitsLog: "hidden" })) expect(part).toContain("Not the visits log");
    for (const part of await said({ visitsLog: "shown-on-some" })) expect(part).toContain("visits log of some of them");
    for (const part of await said({ userIds: "shown" })) expect(part).toContain("as they were recorded. Often");
    for (const part of await said({ userIds: "pseudonymised" })) expect(part).toContain("as pseudonyms");
    for (const part of await said({ visitsLog: "unknown" })) expect(part).toContain("The visits log: unknown");
    for (const part of await said({ userIds: "unknown" })) expect(part).toContain("Unknown: whether as pseudonyms");
    const rawUserIds = { total: 12, sites: [{ id: 4, name: "Shop" }] };
    for (const part of await said({ userIds: "shown-on-some", rawUserIds })) {
      expect(part).toContain("as they were recorded on 12 of these sites (Shop, …)");
    }
    for (const visitsLog of ["hidden", "shown-on-some"] as const) {
      for (const part of await said({ visitsLog, hiddenLogs: "readable" })) {
        expect(part).toContain("The visits log, also where it is turned off");
        expect(part).not.toMatch(/Not the visits log|On the others it is turned off/);
      }
      for (const part of await said({ visitsLog, hiddenLogs: "unknown" })) {
        expect(part).toContain("Unknown: whether a visits log that is turned off");
      }
    }
    for (const part of await said({ annotations: "with-authors" })) expect(part).toContain("with the logins of those");
    for (const part of await said({ annotations: "without-authors" })) expect(part).toContain("without their authors");
    for (const part of await said({ annotations: "unknown" })) expect(part).toContain("Annotations. Unknown");
  });

  it("say of an older mail what it said then: nothing of what was not read at the time", async () => {
    const { hiddenLogs: _, annotations: __, rawUserIds: ___, ...older } = EXAMPLES["made-public"].exposure;
    const facts = madePublic({ exposure: { ...older, visitsLog: "hidden", userIds: "pseudonymised" } });
    const text = oneLine((await renderMail(mailFactsSchema.parse(JSON.parse(JSON.stringify(facts))), "en")).text);
    expect(text).toContain("Not the visits log and not visitor profiles: they are turned off in this Matomo.");
    expect(text).toContain("as pseudonyms. Those recorded before");
    expect(text).not.toMatch(/annotations|unknown/i);
  });

  it("say that Matomo does not record who made a site public outside the portal", async () => {
    const { html, text } = await renderMail(EXAMPLES["public-outside"], "en");
    const words = "Somebody with rights in Matomo, a token, a plugin or direct database access";
    expect(visible(html)).toContain(words);
    expect(oneLine(text)).toContain(words);
  });

  it("say what is not known, and that there is no end date", async () => {
    const actor = { login: "anna", ip: null, browser: null };
    const { html, text } = await renderMail(madePublic({ actor, until: null, reason: asTyped("") }), "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toMatch(/IP address\s+Not known/);
      expect(part).toMatch(/Browser\s+Not known/);
      expect(part).toMatch(/Until\s+No end date/);
      expect(part).toContain("No reason was given");
    }
  });

  it("say why it is sent: as a Super User like all others, or about one's own session alone", async () => {
    for (const facts of KINDS) {
      const { html, text } = await renderMail(facts, "en");
      const own = { "step-up-locked": "your own session on", "password-known": "your own password on" };
      const words = Object.entries(own).find(([kind]) => kind === facts.kind)?.[1] ?? "because every Super User of";
      for (const part of [visible(html), oneLine(text)]) expect(part).toContain(`${words} stats.example`);
    }
  });

  it("tell the one whose password is known how that was seen, that the code held, and what to do", async () => {
    for (const [because, words] of [
      ["no-code", "stopped where the code is asked for"],
      ["wrong-codes", "followed by wrong codes"],
    ] as const) {
      const { html, text } = await renderMail({ ...EXAMPLES["password-known"], because }, "en");
      for (const part of [visible(html), oneLine(text)]) {
        expect(part).toContain(words);
        expect(part).toContain("Your second factor stopped the sign-in");
        expect(part).toContain("3 times within an hour");
        expect(part).toContain("Change your Matomo password");
      }
    }
  });

  it("tell the one whose password was tried what it means, until when, and what to do (S9, S45)", async () => {
    const { html, text } = await renderMail(EXAMPLES["step-up-locked"], "en");
    for (const part of [visible(html), oneLine(text)]) {
      expect(part).toContain("A wrong password or code was given 5 times in your session");
      expect(part).toContain("Nothing was made public by it");
      expect(part).toMatch(/Locked until\s+27 November 2026 at 03:06 UTC/);
      expect(part).toContain("End all other sessions");
      expect(part).toContain("Change your Matomo password");
      expect(part).toContain("Tell the other Super Users");
    }
  });

  it("say at once that a drill is one, who began it, what a real alert would say, and that alerts arrive", async () => {
    for (const [facts, began] of [
      [EXAMPLES.drill, "A drill, begun by bela: the alerts of stats.example are rehearsed. No site became public"],
      [{ ...EXAMPLES.drill, site: null, actor: null }, "A drill, begun by whoever runs the portal: the alerts of"],
    ] as const) {
      const { html, text } = await renderMail(facts, "en");
      expect(visible(html).startsWith(began)).toBe(true);
      expect(oneLine(text).startsWith("This is a drill: nothing was made public")).toBe(true);
      for (const part of [visible(html), oneLine(text)]) {
        expect(part).toContain(began);
        expect(part).toContain("If you get this, the alerts reach you");
        expect(part).toContain("What a real alert would say");
        expect(part).toContain("make this site private again");
        expect(part.includes("Online shop")).toBe(facts.site !== null);
      }
    }
  });

  it.each([
    ["en", "Drill"],
    ["de", "Übung"],
    ["fr", "Exercice"],
    ["es", "Simulacro"],
    ["ar", "تمرين"],
  ] as const)(
    "begin the subject of a drill with one word in %s, as no other mail's subject begins",
    (language, word) => {
      for (const facts of KINDS) {
        const { subject } = letterOf(facts, new Say(language));
        expect({ subject, isDrill: subject.startsWith(word) }).toEqual({ subject, isDrill: facts.kind === "drill" });
      }
    },
  );

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
    expect(visible(html)).toContain(`and ${rest} more`);
    expect(text).toContain(`and ${rest} more:\n   ${facts.links.publicAccess}`);
    expect(visible(html)).toContain("https://site-50.example");
  });

  it("of 50 there is no more to tell", async () => {
    const { html, text } = await renderMail(madePublic(sites(50)), "en");
    expect(visible(html)).not.toMatch(/and \d+ more/);
    expect(text).not.toMatch(/and \d+ more/);
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
      ageDays: 3,
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
    expect(visible(html)).toContain("https://site-50.example");
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
      expect(visible(html)).toContain("https://site-50.example");
      expect(visible(html)).toContain("and 950 more");
      expect(text).toContain("and 950 more:\n   https://portal.example/");
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
    const counted = /and (\d+) more/.exec(visible(html))?.[1];
    expect(Number(counted)).toBeGreaterThan(10);
    expect(text).toContain(`and ${counted} more`);
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
      expect(part).toContain("9 sites were made public");
      expect(part).toContain("“City library & archive” was made private");
      expect(part).toContain("Reminders now come monthly");
      expect(part).toContain("told of the first change of that minute");
      expect(part).toContain("One of these changes made sites public");
      expect(part).toMatch(/and 9 more: (see the whole list|https:\/\/portal\.example\/activity)/);
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
    expect(html.split("<li").length - 1).toBe(50 + 3);
    for (const part of [visible(html), text]) expect(part).toContain("and 50 more");
    expect(text).toContain("50. 3 sites were made public");
  });

  it("E29: counts changes that would not fit into 102 KB, alike in both parts", async () => {
    const { html, text } = await renderMail(digestOf(50, { ...sites(3), reason: asTyped("&".repeat(500)) }), "en");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    const counted = /and (\d\d+) more/.exec(visible(html))?.[1];
    expect(Number(counted)).toBeGreaterThan(50);
    expect(text).toContain(`and ${counted} more`);
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
      const counted = /and (\d+) more/.exec(visible(html))?.[1];
      expect(Number(counted)).toBeGreaterThanOrEqual(250);
      expect(text).toContain(`and ${counted} more:\n   https://portal.example/activity`);
    },
  );

  it("E29: 1,000 people whom no mail reaches are 50 names and a number", async () => {
    const logins = Array.from({ length: 1000 }, (_, index) => `user-${index}`);
    const { html, text } = await renderMail({ ...EXAMPLES.unreachable, logins }, "en");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    for (const part of [visible(html), text]) expect(part).toContain("and 950 more");
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
    expect(mail.subject).toContain('"A &amp; B"');
  });

  it("written from right to left are set apart in HTML, text and subject, and others are not", async () => {
    const arabic = await renderMail(madePublic(sites(1, () => "مكتبة")), "en");
    expect(arabic.html).toContain("<bdi>مكتبة</bdi>");
    expect(arabic.text).toContain("\u2068مكتبة\u2069");
    expect(arabic.subject).toBe('Made public: "\u2068مكتبة\u2069" on stats.example');
    expect((await renderMail(madePublic(), "en")).text).not.toMatch(/[\u2066-\u2069]/);
  });

  it("are never a link: the site's own address is text", async () => {
    const [site] = sites(1).sites;
    const facts = madePublic({ total: 1, sites: site ? [{ ...site, url: "javascript:alert(1)" }] : [] });
    expect(hrefs((await renderMail(facts, "en")).html)).not.toContain("javascript:alert(1)");
  });
});
