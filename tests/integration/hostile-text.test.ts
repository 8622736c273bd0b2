import { once } from "node:events";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { verifyChain } from "@/lib/ledger/audit/verify";
import type { MailFacts, RenderedMail } from "@/lib/ledger/facts/mail-schema";
import { encodeMatomoText } from "@/lib/matomo/html-entities";
import { listExternalLogins } from "@/lib/matomo/ldap-users";
import { addressTo } from "@/lib/messaging/mail/address-to";
import { cleanText } from "@/lib/messaging/mail/clean-facts";
import { renderMail } from "@/lib/messaging/mail/render";
import { smtpSender } from "@/lib/messaging/mail/smtp-sender";
import { MINUTE_MS } from "@/lib/platform/clock";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { visibleText } from "@/lib/platform/visible-text";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { fourByteNames, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { HOSTILE } from "@/tests/support/hostile";
import { BROWSER, publish, signIn } from "@/tests/support/people";
import { auditOf, everything, mailFacts } from "@/tests/support/state";
import { visible } from "@/tests/unit/mail/facts";

useDatabase();

/** A database that reads text as C does would end it there; Matomo takes the character out (core/Common.php). */
const NUL = "\u0000";
const NAME_MAX = 90;

/** The text as it would stand in a name in Matomo: without NUL, as much as fits once it is escaped. */
function asName(text: string): string {
  let name = text.replaceAll(NUL, "").slice(0, NAME_MAX);
  while (encodeMatomoText(name).length > NAME_MAX) name = name.slice(0, -1);
  return name;
}

const NAMES = HOSTILE.filter((one) => fourByteNames || !one.fourBytes).map((one) => ({
  ...one,
  name: asName(one.text),
}));
const page = (query: Record<string, unknown> = {}) => listSites(sitesQuerySchema.parse(query));

/** The HTML without what stands between its tags: what a text must not change. */
const tagsOf = (html: string) => (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""')).join("");
const linesWith = (text: string, part: string) => text.split("\n").filter((line) => line.includes(part));

describe("the name, group and address of a site", () => {
  it("are shown as somebody wrote them, decoded exactly once and without what turns or hides them", async () => {
    const written = new Map<number, string>();
    for (const { name } of NAMES) {
      const stored = encodeMatomoText(name);
      written.set(await aSite({ name: stored, group: stored, url: `https://x.example/${stored}` }), name);
    }
    const { rows } = await page({ pageSize: 100 });
    expect(rows).toHaveLength(NAMES.length);
    for (const site of rows) {
      const name = written.get(site.id) ?? "";
      expect(site).toMatchObject({
        name: visibleText(name),
        group: visibleText(name),
        url: visibleText(`https://x.example/${name}`),
      });
      for (const text of [site.name, site.group, site.url])
        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\p{Cc}]/u);
    }
  });

  it("A &amp;amp; B in the database is A &amp; B on the page", async () => {
    await aSite({ name: "A &amp;amp; B" });
    expect((await page()).rows[0]?.name).toBe("A &amp; B");
  });

  it.each(HOSTILE)("are searched for by any text without failing ($what)", async ({ text, fourBytes }) => {
    const id = await aSite({ name: encodeMatomoText(asName(fourBytes && !fourByteNames ? "x" : text)) });
    const term = asName(text).trim();
    const found = (await page({ q: term })).rows.map((site) => site.id);
    expect(found).toEqual(fourBytes && !fourByteNames ? [] : [id]);
  });
});

describe("the reason of a publication", () => {
  it.each(HOSTILE)(
    "is kept as it was typed or refused with a message at the field, and nothing in between ($what)",
    async ({ text }) => {
      const anna = await signIn(await aSuperUser({ login: "anna" }));
      const id = await aSite();
      const before = await everything();
      const result = await publish(anna, [id], { reason: text });
      const typed = text.trim();
      if (/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(typed)) {
        expect(result).toMatchObject({ ok: false, code: "invalid_input", fields: { reason: "plainText" } });
        expect(await everything()).toEqual(before);
        return;
      }
      expect(result).toMatchObject({ ok: true });
      expect((await testDb().publication.findFirst())?.reason).toBe(typed);
      expect(await auditOf("public-access.granted")).toMatchObject([{ reason: typed }]);
      expect(await mailFacts("made-public")).toMatchObject([{ reason: typed }]);
      expect((await page()).rows[0]?.publication?.reason).toBe(typed);
      expect(await verifyChain(testDb())).toMatchObject({ ok: true });
    },
  );
});

describe("what a browser says of itself and what is typed as a login", () => {
  it("never brings a sign-in down, and is refused like any wrong login", async () => {
    freezeClock("2026-11-24T09:00:00.000Z");
    await aSuperUser({ login: "anna" });
    for (const { text } of HOSTILE) {
      const typed = { identifier: text, password: text, code: text };
      const request = { ip: BROWSER.ip, userAgent: text.slice(0, 300) };
      advance(MINUTE_MS);
      const answer = await signInWithMatomo(typed, request);
      expect(["credentials_wrong", "sign_in_locked"]).toContain(answer.ok ? "signed in" : answer.code);
    }
    const refused = await auditOf("sign-in.refused");
    expect(refused.map(({ login }) => login)).toEqual(HOSTILE.map(() => null));
    const agents = await testDb().auditOrigin.findMany({ select: { userAgent: true }, orderBy: { seq: "asc" } });
    expect(agents.map(({ userAgent }) => userAgent)).toEqual(
      HOSTILE.map(({ text }) => text.slice(0, 300).replaceAll(NUL, "\uFFFD")),
    );
    expect(await verifyChain(testDb())).toMatchObject({ ok: true });
  });

  it("is cut without breaking the chain, even within an emoji", async () => {
    await aSuperUser({ login: "anna" });
    const typed = { identifier: "anna", password: "wrong", code: "" };
    await signInWithMatomo(typed, { ip: BROWSER.ip, userAgent: `${"x".repeat(299)}🎉` });
    const [origin] = await testDb().auditOrigin.findMany();
    expect(origin?.userAgent).toBe(`${"x".repeat(299)}\uFFFD`);
    expect(await verifyChain(testDb())).toMatchObject({ ok: true });
  });

  it("never stands in a mail: a browser is named by what we know, or not at all", async () => {
    const anna = await aSuperUser({ login: "anna" });
    const person = await signIn(anna);
    const id = await aSite();
    person.context = {
      ...person.context,
      request: { ip: BROWSER.ip, userAgent: "<img src=x onerror=alert(1)>\r\nBcc: eve" },
    };
    await publish(person, [id]);
    expect(await mailFacts("made-public")).toMatchObject([{ actor: { login: "anna", browser: null } }]);
  });

  it.each(NAMES.filter(({ name, fourBytes }) => name.trim() === name && !fourBytes))(
    "a Super User whose login is hostile publishes, and is named as text ($what)",
    async ({ name }) => {
      const strange = await aSuperUser({ login: name, email: "strange@people.example" });
      const id = await aSite({ name: "Shop" });
      expect(await publish(await signIn(strange), [id])).toMatchObject({ ok: true });
      const [facts] = await mailFacts("made-public");
      expect(facts?.actor.login).toBe(name);
      const mail = await rendered(facts, [name]);
      expect(visible(mail.html)).toContain(shown(name));
      expect(tagsOf(mail.html)).toBe(tagsOf((await rendered(withActor(facts, "anna"), ["anna"])).html));
      expect(await verifyChain(testDb())).toMatchObject({ ok: true });
    },
  );
});

type Facts = Extract<MailFacts, { kind: "made-public" }>;

const withActor = (facts: Facts | undefined, login: string) => facts && { ...facts, actor: { ...facts.actor, login } };

async function rendered(facts: Facts | undefined, logins: string[]): Promise<RenderedMail> {
  if (!facts) throw new Error("no mail was queued");
  return addressTo(await renderMail(facts, "en"), logins, "en");
}

/** What a reader of HTML sees of a text: spaces run together. */
const shown = (text: string) => cleanText(text).replace(/\s+/g, " ");

describe("a mail", () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function smtpServer() {
    const arrived: { raw: string; recipients: string[] }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          arrived.push({ raw: Buffer.concat(chunks).toString("latin1"), recipients });
          done();
        });
      },
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    closing.push(() => new Promise<void>((closed) => server.close(closed)));
    const address = server.server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    return {
      arrived,
      sender: smtpSender({ url: `smtp://127.0.0.1:${port}`, from: "Public Access <alerts@portal.example>" }),
    };
  }

  /** The real mail about a public site, and the same with `text` wherever people can put one. */
  async function mailAbout(text: string): Promise<{ plain: RenderedMail; hostile: RenderedMail }> {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await publish(anna, [await aSite({ name: "Shop" })]);
    const [facts] = await mailFacts("made-public");
    if (!facts) throw new Error("no mail was queued");
    const [site] = facts.sites;
    if (!site) throw new Error("the mail names no site");
    const about = (name: string): Facts => ({
      ...facts,
      sites: [{ ...site, name, url: `https://x.example/${name}` }],
      actor: { ...facts.actor, login: name },
      reason: asTyped(name),
    });
    return { plain: await rendered(about("Shop"), ["anna"]), hostile: await rendered(about(text), [text]) };
  }

  it.each(HOSTILE)("has one header block, one line of subject, and the text as text ($what)", async ({ text }) => {
    const { plain, hostile } = await mailAbout(text);
    expect(hostile.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u200e\u200f\u061c]/u);
    expect(hostile.subject.length).toBeLessThanOrEqual(78);
    // HTML: exactly the tags of the harmless mail, so the text has become text.
    expect(tagsOf(hostile.html)).toBe(tagsOf(plain.html));
    expect(visible(hostile.html)).toContain(shown(text));
    // Text: no line of its own.
    expect(hostile.text).not.toMatch(/(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\u202a-\u202e]/u);
    expect(linesWith(hostile.text, "Bcc:").filter((line) => line.startsWith("Bcc:"))).toEqual([]);

    const { arrived, sender } = await smtpServer();
    const mail = { to: "jonas@people.example", queuedAt: new Date("2026-11-24T09:00:00Z"), headers: {} };
    expect(await sender.send({ ...plain, ...mail, idempotencyKey: "plain" })).toMatchObject({ outcome: "accepted" });
    expect(await sender.send({ ...hostile, ...mail, idempotencyKey: "hostile" })).toMatchObject({
      outcome: "accepted",
    });
    const [first, second] = await Promise.all(arrived.map(({ raw }) => PostalMime.parse(Buffer.from(raw, "latin1"))));
    expect(second?.headers.map(({ key }) => key)).toEqual(first?.headers.map(({ key }) => key));
    expect(second?.subject).toBe(hostile.subject);
    expect(arrived[1]?.recipients).toEqual(["jonas@people.example"]);
    expect(second?.html?.trim().replace(/\r\n/g, "\n")).toBe(hostile.html.trim());
    expect(second?.text?.trim().replace(/\r\n/g, "\n")).toBe(hostile.text.trim());
  });
});

describe("logins with an account elsewhere", () => {
  const option = (name: string, value: string) =>
    rawRun("INSERT INTO `matomo_option` (option_name, option_value) VALUES (?, ?)", [name, value]);

  it("are those that the LDAP plugin has marked, and no others", async () => {
    await option("anna_isLDAPUser", "1");
    await option("jonas.berg@people.example_isLDAPUser", "1");
    await option("mia_isLDAPUser", "0");
    await option("lea_isLDAPUser", "");
    await option("nora_isLDAPUserX", "1");
    await option("omarXisLDAPUser", "1");
    await option("piwikUrl", "1");
    expect([...(await listExternalLogins(testDb()))].sort()).toEqual(["anna", "jonas.berg@people.example"]);
  });
});
