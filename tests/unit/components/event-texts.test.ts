import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { becauseLabel, commandLabel, findingLabel, mailLabel } from "@/components/events/command-labels";
import { actorLabel, describeEvent } from "@/components/events/describe-event";
import { choiceLabel } from "@/components/events/setting-label";
import { proofMethods, stepUpActions } from "@/lib/auth/schema";
import { type Actor, type AuditFacts, type AuditType, auditFactsSchema, jobNames } from "@/lib/ledger/audit/schema";
import { findingKinds } from "@/lib/ledger/facts/finding-terms";
import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { isChoice, SETTINGS, settingNames } from "@/lib/ledger/settings/terms";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const wordsIn = (language: Language) => ({
  t: translatorOf("activity", language),
  tFindings: translatorOf("findings", language),
  tSetting: translatorOf("setting", language),
  format: formatterOf(language),
});
const english = wordsIn("en");

/** What somebody reads of it: no tags, no marks of direction. */
function textOf(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  const provided = { locale: messages.language.formats, timeZone: "UTC", messages };
  // biome-ignore lint/correctness/noChildrenProp: no JSX in this file
  const markup = renderToStaticMarkup(createElement(IntlProvider, { ...provided, children: node }));
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<");
}

const ANNA: Actor = { type: "superUser", login: "anna" };
const WATCH: Actor = { type: "system", job: "watch" };
const AT = "2026-11-24T09:00:00.000Z";
const about = (...ids: number[]) => ({
  siteIds: ids,
  sites: ids.map((id) => ({ id, name: `Site ${id}`, url: `https://site-${id}.example` })),
});
const person = { login: "bela", email: "bela@stats.example" };

const EVENTS: [AuditFacts, Actor, string][] = [
  [
    { type: "public-access.revoked", ...about(1, 2), cause: "locked", unreachable: [] },
    WATCH,
    "Made private by the block: 2 sites",
  ],
  [
    { type: "public-access.revoked", ...about(1), cause: "unconfirmed", unreachable: [] },
    WATCH,
    "Made private without a review: 1 site",
  ],
  [{ type: "public-access.extended", ...about(1), until: AT }, ANNA, "anna changed the end date of 1 site"],
  [{ type: "public-access.extended", ...about(1), until: null }, ANNA, "anna changed the end date of 1 site"],
  [{ type: "public-access.end-near", ...about(1, 2), days: 7 }, WATCH, "End date within 7 days: 2 sites"],
  [{ type: "public-access.kept", ...about(1), note: asTyped("still used") }, ANNA, "anna kept 1 site public"],
  [
    { type: "public-access.lapse-near", ...about(1), days: 1, lapsesAt: AT },
    WATCH,
    "Private within 1 day unless reviewed: 1 site",
  ],
  [{ type: "public-access.locked", ...about(), reason: null }, ANNA, "anna blocked public access"],
  [{ type: "public-access.unlocked" }, ANNA, "anna turned off the block"],
  [{ type: "public-access.paused", ...about(1, 2), reason: asTyped("election") }, ANNA, "anna blocked public access"],
  [{ type: "public-access.resumed", ...about(1), left: 1 }, ANNA, "anna turned off the block and restored 1 site"],
  [{ type: "public-access.pause-dropped", ...about(1) }, ANNA, "anna turned off the block"],
  [{ type: "public-access.reduced-to-view", ...about(1) }, ANNA, "anna limited 1 site to View"],
  [
    { type: "public-access.rows-removed", ...about(1), rows: "orphan" },
    ANNA,
    "anna removed permissions of deleted sites",
  ],
  [
    { type: "public-access.rows-removed", ...about(1), rows: "unclear" },
    ANNA,
    "anna removed unknown permissions of 1 site",
  ],
  [
    { type: "finding.opened", finding: "writable", ...about(1), details: { "1": "admin" } },
    WATCH,
    "Monitoring found: public and writable",
  ],
  [
    { type: "finding.opened", finding: "canary-readable", ...about(1), details: { "1": "" } },
    { type: "system", job: "probe" },
    `The external check found: ${english.tFindings("kinds.canary-readable.title")}`,
  ],
  [
    { type: "finding.closed", finding: "readable-though-private", ...about(1, 2) },
    { type: "system", job: "probe" },
    `The external check no longer finds: ${english.tFindings("kinds.readable-though-private.title")}`,
  ],
  [{ type: "outside.asked" }, ANNA, "anna started an external check"],
  [
    { type: "finding.acknowledged", finding: "writable", ...about(1), reason: asTyped("press"), until: null },
    ANNA,
    "anna marked as intended: public and writable",
  ],
  [
    { type: "roster.changed", added: [person], removed: [], moved: [{ login: "anna", from: "", to: "a@b.example" }] },
    WATCH,
    "Super Users changed",
  ],
  [{ type: "recipient.unreachable", logins: ["bela"], why: "bounced" }, WATCH, "Mail no longer reaches bela"],
  [{ type: "recipient.reachable", logins: ["bela"] }, WATCH, "Mail reaches bela again"],
  [{ type: "drill.started", ...about(1), recipientCount: 3, withoutMail: ["bela"] }, ANNA, "anna sent test alerts: 3"],
  [
    { type: "drill.started", ...about(), recipientCount: 1, withoutMail: [] },
    { type: "system", job: "drill" },
    "The test alert command sent test alerts: 1",
  ],
  [
    { type: "alerts.folded", login: "anna", count: 60, shown: 50 },
    { type: "system", job: "deliver" },
    "Alerts about anna combined into one mail: 60",
  ],
  [
    { type: "mail.escalated", eventKey: "event/1", kind: "made-public", ok: false, error: "timeout" },
    { type: "system", job: "deliver" },
    "Second channel failed too, mail not sent: alert: sites published",
  ],
  [
    { type: "reminders.pace-set", recipient: "bela@stats.example", pace: "monthly", chosenIn: "one-click" },
    { type: "visitor" },
    "Somebody not signed in set the reminders to bela@stats.example to monthly",
  ],
];

const told = { eventKey: "event/1", kind: "made-public", logins: ["bela"] };
/** One of each type: a new one does not compile without. */
const SAMPLES: { [Type in AuditType]: Extract<AuditFacts, { type: Type }> } = {
  "sign-in.succeeded": { type: "sign-in.succeeded", method: "password-and-code" },
  "sign-in.code-asked": { type: "sign-in.code-asked" },
  "sign-in.refused": { type: "sign-in.refused", login: null, reason: "unknown login" },
  "sign-out": { type: "sign-out" },
  "step-up.succeeded": { type: "step-up.succeeded", action: "grant", siteCount: 3, method: "password" },
  "step-up.refused": { type: "step-up.refused", action: "grant", reason: "wrong password" },
  "sign-in.password-known": { type: "sign-in.password-known", login: "anna", because: "no-code", times: 3 },
  "step-up.locked": { type: "step-up.locked", wrong: 5, until: AT },
  "session.ended": { type: "session.ended", scope: "others", count: 2 },
  "request.refused": { type: "request.refused", path: "/api/sites", code: "session_ended" },
  "action.refused": { type: "action.refused", action: "grant", code: "access_locked", siteIds: [1, 2], siteCount: 2 },
  "public-access.granted": {
    type: "public-access.granted",
    ...about(1),
    reason: asTyped("press"),
    until: null,
    unreachable: ["x"],
  },
  "public-access.revoked": { type: "public-access.revoked", ...about(1, 2), cause: "expired", unreachable: [] },
  "public-access.extended": { type: "public-access.extended", ...about(1), until: AT },
  "public-access.end-near": { type: "public-access.end-near", ...about(1), days: 7 },
  "public-access.kept": { type: "public-access.kept", ...about(1), note: asTyped("") },
  "public-access.lapse-near": { type: "public-access.lapse-near", ...about(1), days: 2, lapsesAt: AT },
  "public-access.locked": { type: "public-access.locked", ...about(1, 2, 3), reason: asTyped("leak") },
  "public-access.unlocked": { type: "public-access.unlocked", left: 3 },
  "public-access.block-explained": { type: "public-access.block-explained", reason: asTyped("leak") },
  "public-access.paused": { type: "public-access.paused", ...about(1), reason: asTyped("election") },
  "public-access.resumed": { type: "public-access.resumed", ...about(1), left: 2 },
  "public-access.pause-dropped": { type: "public-access.pause-dropped", ...about(1) },
  "public-access.reduced-to-view": { type: "public-access.reduced-to-view", ...about(1) },
  "public-access.rows-removed": { type: "public-access.rows-removed", ...about(1), rows: "orphan" },
  "public-access.baseline": { type: "public-access.baseline", ...about(1, 2) },
  "public-access.granted-outside": {
    type: "public-access.granted-outside",
    ...about(1),
    traces: {
      ...{ from: AT, to: AT },
      found: {
        ...{
          pages: false,
          tokens: true,
          activityLog: true,
          counts: { active: 1, possible: 0, unknown: 11, absent: 0 },
        },
        people: [
          {
            ...{
              login: "bela",
              right: "admin",
              sites: 1,
              was: "active",
              pages: { was: "possible", at: AT },
              moreTokens: 2,
            },
            tokens: [{ description: "CI", was: "active", at: AT }],
          },
          { login: "anna", right: "super-user", sites: 1, was: "unknown", pages: null, tokens: [], moreTokens: 0 },
        ],
      },
    },
  },
  "public-access.revoked-outside": { type: "public-access.revoked-outside", ...about(1) },
  "finding.opened": { type: "finding.opened", finding: "writable", ...about(1), details: { "1": "admin" } },
  "finding.changed": { type: "finding.changed", finding: "writable", ...about(1), details: { "1": "write" } },
  "finding.closed": { type: "finding.closed", finding: "anonymous-missing", ...about() },
  "finding.acknowledged": {
    type: "finding.acknowledged",
    finding: "writable",
    ...about(1),
    reason: asTyped("x"),
    until: AT,
  },
  "outside.asked": { type: "outside.asked" },
  "roster.baseline": { type: "roster.baseline", logins: ["anna", "bela"] },
  "roster.changed": { type: "roster.changed", added: [person], removed: [person], moved: [] },
  "recipient.unreachable": { type: "recipient.unreachable", logins: ["bela"], why: "bounced" },
  "recipient.reachable": { type: "recipient.reachable", logins: ["bela"] },
  "reminder.queued": { type: "reminder.queued", period: "2026-11", siteCount: 3, recipientCount: 2 },
  "reminder.nothing-public": { type: "reminder.nothing-public", period: "2026-11" },
  "reminders.pace-set": { type: "reminders.pace-set", recipient: "b@x.example", pace: "monthly", chosenIn: "settings" },
  "setting.changed": { type: "setting.changed", setting: "reminder-cadence", from: "weekly", to: "monthly" },
  "drill.started": { type: "drill.started", ...about(1), recipientCount: 3, withoutMail: ["x"] },
  "mail.sent": { type: "mail.sent", ...told, logins: [], count: 12 },
  "mail.failed": { type: "mail.failed", ...told, error: "550 no such user", final: true },
  "mail.resent": { type: "mail.resent", ...told },
  "mail.dismissed": { type: "mail.dismissed", ...told, note: asTyped("by telephone") },
  "mail.escalated": { type: "mail.escalated", eventKey: "event/1", kind: "reminder", ok: true, error: null },
  "alerts.folded": { type: "alerts.folded", login: "anna", count: 60, shown: 50 },
  "log.went-back": {
    type: "log.went-back",
    cause: "noticed",
    lost: { from: 8, to: 10 },
    since: AT,
    ...about(1),
  },
  "installation.begun": { type: "installation.begun" },
  "origins.forgotten": { type: "origins.forgotten", through: 1_234, before: AT, count: 40 },
  "mails.forgotten": { type: "mails.forgotten", before: AT, count: 40 },
  "cron.refused": { type: "cron.refused", route: "/api/cron/watch" },
  "webhook.refused": { type: "webhook.refused", reason: "webhooks/resend: too old" },
  "refusals.counted": {
    type: "refusals.counted",
    kind: "sign-in.refused",
    times: 12,
    networks: 3,
    since: AT,
    logins: [{ login: "jonas", times: 7 }],
  },
  "flood.capped": { type: "flood.capped", limit: 60, login: null },
};

describe("the activity page", () => {
  it.each(EVENTS)("says what happened in plain words (%#)", (facts, actor, sentence) => {
    expect(textOf(describeEvent(facts, actor, english).sentence)).toBe(sentence);
  });

  it.each(languages())("tells every type of event in %s, every fact with a label of its own", (language) => {
    const words = wordsIn(language);
    for (const { shape } of auditFactsSchema.options) {
      const facts = SAMPLES[shape.type.value];
      const { sentence, details } = describeEvent(facts, ANNA, words);
      const text = textOf(sentence, language);
      expect(text, shape.type.value).not.toBe("");
      for (const { value } of details) expect(textOf(value, language), shape.type.value).not.toBe("");
      const labels = details.map(({ label }) => words.t(`labels.${label}`));
      expect(`${text} ${labels}`, shape.type.value).not.toMatch(/activity\.|events\.|[{}]/);
    }
  });

  it("keeps names from outside apart from the sentence around them", () => {
    const { sentence } = describeEvent({ type: "sign-out" }, { type: "superUser", login: "<b>\u202eanna" }, english);
    expect(renderToStaticMarkup(sentence)).toBe("<bdi>&lt;b&gt;\u202eanna</bdi> signed out");
  });

  it("says of a setting what it was and what it is, and that nobody was on an empty list", () => {
    const change = {
      type: "setting.changed",
      setting: "extra-recipients",
      from: "",
      to: "security@x.example (de)",
    } as const;
    const { sentence, details } = describeEvent(change, ANNA, english);
    expect(textOf(sentence)).toBe("anna changed: Extra recipients");
    expect(details.map(({ label, value }) => [label, textOf(value)])).toEqual([
      ["before", "Empty"],
      ["now", "security@x.example (de)"],
    ]);
    const rule = describeEvent({ ...change, setting: "unconfirmed-rule", from: "off", to: "2" }, ANNA, english);
    expect(rule.details.map(({ value }) => textOf(value))).toEqual(["Stay public", "Private after 2 reminders"]);
  });

  it("counts mailboxes and not Super Users where others are told, too", () => {
    const queued = { type: "reminder.queued", period: "2026-11", siteCount: 3, recipientCount: 2 } as const;
    expect(textOf(describeEvent(queued, WATCH, english).sentence)).toBe("Reminder of 3 sites written, mails: 2");
  });

  it.each([
    ["weekly/2026-W48", "en", "Week 48 of 2026, 23–29 Nov"],
    ["weekly/2026-W05", "en", "Week 5 of 2026, 26 Jan–1 Feb"],
    ["weekly/2025-W01", "en", "Week 1 of 2025, 30 Dec 2024–5 Jan 2025"],
    ["weekly/2026-W53", "en", "Week 53 of 2026, 28 Dec 2026–3 Jan 2027"],
    ["monthly/2026-11", "en", "November 2026"],
    ["weekly/2026-W48", "de", "Kalenderwoche 48 2026, 23.–29. Nov."],
    ["monthly/2026-11", "fr", "novembre 2026"],
    ["2026-11", "en", "2026-11"],
  ] as const)("says a reminder's period %s in people's words (%s)", (period, language, said) => {
    const facts = { type: "reminder.nothing-public", period } as const;
    const { details } = describeEvent(facts, WATCH, wordsIn(language));
    expect(textOf(details[0]?.value, language).replaceAll(/\s*–\s*/g, "–")).toBe(said);
  });

  it("tells what exactly was seen, each thing once, and gives each kind of finding its own words", () => {
    const details = { "1": "admin", "2": "admin", "3": "write" };
    const opened = (finding: string) =>
      describeEvent({ type: "finding.opened", finding, ...about(1, 2, 3), details }, WATCH, english);
    expect(opened("writable").details.map(({ label, value }) => [label, textOf(value)])).toEqual([
      ["seen", "admin and write"],
    ]);
    expect(new Set(findingKinds.map((kind) => textOf(opened(kind).sentence))).size).toBe(findingKinds.length);
    expect(textOf(opened("of-a-later-portal").sentence)).toBe("Monitoring found: of-a-later-portal");
  });

  it.each([
    ["duplicate-rows", "2 rows", "en", "Permissions: 2"],
    ["duplicate-rows", "2 rows", "de", "Berechtigungen: 2"],
    ["anonymous-can-sign-in", "password, second factor", "de", "Passwort, zweiter Faktor"],
    ["anonymous-can-sign-in", "password, second factor", "fr", "mot de passe, second facteur"],
    ["unclear-access", '"VIEW", "view " and 2 more', "de", '"VIEW", "view " und 2 weitere'],
    ["writable", "admin", "de", "admin"],
  ] as const)("says what was seen of %s, %s, in the reader's language (%s)", (finding, detail, language, said) => {
    const facts = { type: "finding.changed", finding, ...about(1), details: { "1": detail } } as const;
    const { details } = describeEvent(facts, WATCH, wordsIn(language));
    expect(textOf(details[0]?.value, language)).toBe(said);
  });

  it("says who could have made a site public outside and was active, what that does not show, and nothing without it", () => {
    const facts = SAMPLES["public-access.granted-outside"];
    const told = (one: AuditFacts) =>
      Object.fromEntries(describeEvent(one, WATCH, english).details.map(({ label, value }) => [label, textOf(value)]));
    expect(Object.keys(told(facts))).toEqual(["previousCheck", "couldHave", "notShown"]);
    expect(told(facts).couldHave).toBe(
      [
        "bela (admin) may have used Matomo",
        "bela (admin): token “CI” used",
        "bela: 2 more tokens",
        "anna (Super User): unknown",
        "In all: 1 active, 0 possibly active, 0 not active, 11 unknown.",
      ].join(""),
    );
    expect(told(facts).notShown).toMatch(/Use of pages: unknown.*Activity Log/);
    expect(told({ type: "public-access.granted-outside", ...about(1) })).toEqual({});
    const unreadable = {
      type: "public-access.granted-outside",
      ...about(1),
      traces: { from: AT, to: AT, found: null },
    } as const;
    expect(told(unreadable).couldHave).toMatch(/^Unknown/);
  });

  it("names old and new addresses of a changed roster", () => {
    const moved = [{ login: "anna", from: "", to: "anna@mail.example" }];
    const changed: AuditFacts = { type: "roster.changed", added: [person], removed: [], moved };
    const { details } = describeEvent(changed, WATCH, english);
    expect(details.map(({ label, value }) => [label, textOf(value)])).toEqual([
      ["added", "bela (bela@stats.example)"],
      ["otherAddress", "anna: none → anna@mail.example"],
    ]);
  });

  it("has words for every action that somebody can be refused, and for everything a step-up is asked for", () => {
    const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .filter((name) => path.basename(name) === "commands.ts")
      .map((name) => `lib/${name}`);
    const commands = files.flatMap((file) =>
      Array.from(readFileSync(file, "utf8").matchAll(/name: "([^"]+)"/g), ([, name]) => name ?? ""),
    );
    expect(commands.length).toBeGreaterThan(10);
    for (const command of [...commands, ...stepUpActions]) {
      expect(commandLabel(english.t, command)).not.toContain("“");
      expect(commandLabel(english.t, command, 1)).not.toMatch(/1 sites|“/);
    }
  });

  it("has words for every kind of mail and finding, every code, method, job and value of a setting", () => {
    const { t, tFindings } = english;
    for (const { shape } of mailFactsSchema.options) expect(mailLabel(t, shape.kind.value)).not.toContain("“");
    for (const kind of findingKinds) expect(findingLabel(tFindings, kind)).not.toBe(kind);
    for (const code of [...Object.keys(messagesIn("en").errors), "token_wrong"]) {
      expect(becauseLabel(t, code)).not.toBe(code);
    }
    for (const method of proofMethods) {
      const succeeded = { type: "sign-in.succeeded", method } as const;
      expect(textOf(describeEvent(succeeded, ANNA, english).sentence)).not.toContain("“");
    }
    for (const job of jobNames) expect(actorLabel(t, { type: "system", job })).toMatch(/^[A-Z]/);
    for (const setting of settingNames.filter(isChoice)) {
      for (const value of SETTINGS[setting].oneOf) {
        expect(choiceLabel(english.tSetting, setting, value)).not.toBe(value);
      }
    }
  });

  it("says what older versions called otherwise, and keeps the names of what a later version does", () => {
    expect(commandLabel(english.t, "resume")).toBe("turn off the block");
    for (const old of ["set-cadence", "set-unconfirmed-rule", "weaken-second-factor", "weaken-review"])
      expect(commandLabel(english.t, old)).toBe("change settings");
    expect(mailLabel(english.t, "lock-changed")).toBe("alert: block changed");
    expect(commandLabel(english.t, "paint-it-blue")).toBe("“paint-it-blue”");
    expect(mailLabel(english.t, "greeting")).toBe("“greeting”");
    expect(becauseLabel(english.t, "too_blue")).toBe("too_blue");
  });
});
