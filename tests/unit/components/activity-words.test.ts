import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actorWords } from "@/components/activity/actor-words";
import { deedWords, mailWords } from "@/components/activity/deed-words";
import { describeEvent } from "@/components/activity/describe-event";
import { type Actor, type AuditFacts, jobNames } from "@/lib/audit/schema";
import { stepUpActions } from "@/lib/auth/schema";
import { findingKinds } from "@/lib/findings/terms";
import { mailFactsSchema } from "@/lib/mail/schema";

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
    "2 sites became private again, because public access is locked",
  ],
  [
    { type: "public-access.revoked", ...about(1), cause: "unconfirmed", unreachable: [] },
    WATCH,
    "1 site became private, because nobody confirmed that it is meant to be public",
  ],
  [{ type: "public-access.extended", ...about(1), until: AT }, ANNA, "anna set another end date for 1 site"],
  [{ type: "public-access.extended", ...about(1), until: null }, ANNA, "anna took away the end date of 1 site"],
  [{ type: "public-access.end-near", ...about(1, 2), days: 7 }, WATCH, "The end date of 2 sites comes within 7 days"],
  [
    { type: "public-access.kept", ...about(1), note: "still used" },
    ANNA,
    "anna confirmed that 1 site is still meant to be public",
  ],
  [
    { type: "public-access.lapse-near", ...about(1), days: 1, lapsesAt: AT },
    WATCH,
    "1 site that nobody confirmed will become private within 1 day",
  ],
  [
    { type: "public-access.locked", ...about(), reason: "leak" },
    ANNA,
    "anna locked public access: no site became private",
  ],
  [{ type: "public-access.unlocked" }, ANNA, "anna lifted the lock on public access"],
  [
    { type: "public-access.paused", ...about(1, 2), reason: "election" },
    ANNA,
    "anna paused public access: 2 sites became private",
  ],
  [
    { type: "public-access.resumed", ...about(1), left: 1 },
    ANNA,
    "anna resumed public access: 1 site became public again",
  ],
  [{ type: "public-access.pause-dropped", ...about(1) }, ANNA, "anna let go of the pause: 1 site stays private"],
  [
    { type: "public-access.reduced-to-view", ...about(1) },
    ANNA,
    "anna reduced 1 site to view: still public, no longer writable",
  ],
  [
    { type: "public-access.rows-removed", ...about(1), rows: "orphan" },
    ANNA,
    "anna removed access rows of 1 deleted site",
  ],
  [
    { type: "public-access.rows-removed", ...about(1), rows: "unclear" },
    ANNA,
    "anna removed unclear access rows of 1 site",
  ],
  [
    { type: "finding.opened", finding: "writable", ...about(1), details: { "1": "admin" } },
    WATCH,
    "The watch found on 1 site: Public and writable",
  ],
  [
    { type: "finding.acknowledged", finding: "writable", ...about(1), reason: "press", until: null },
    ANNA,
    "anna said that it is intended on 1 site: Public and writable",
  ],
  [
    { type: "roster.changed", added: [person], removed: [], moved: [{ login: "anna", from: "", to: "a@b.example" }] },
    WATCH,
    "The Super Users are not what they were: 1 Super User added and 1 address changed",
  ],
  [{ type: "recipient.unreachable", logins: ["bela"], why: "bounced" }, WATCH, "No mail reaches bela any more"],
  [{ type: "recipient.reachable", logins: ["bela"] }, WATCH, "Mail reaches bela again"],
  [
    { type: "alerts.folded", login: "anna", count: 60, shown: 50 },
    { type: "system", job: "deliver" },
    "60 alerts about what anna did within a minute became one mail",
  ],
  [
    { type: "mail.escalated", eventKey: "event/1", kind: "made-public", ok: false, error: "timeout" },
    { type: "system", job: "deliver" },
    "The second channel could not be told that the alert that sites were made public did not go out",
  ],
  [
    { type: "reminders.pace-set", recipient: "bela@stats.example", pace: "monthly", chosenIn: "one-click" },
    { type: "visitor" },
    "Somebody not signed in slowed the reminders to bela@stats.example to monthly",
  ],
];

describe("the activity page", () => {
  it.each(EVENTS)("says what happened in plain words (%#)", (facts, actor, sentence) => {
    expect(describeEvent(facts, actor).sentence).toBe(sentence);
  });

  it("tells what exactly was seen, each thing once, and gives each kind of finding its own words", () => {
    const details = { "1": "admin", "2": "admin", "3": "write" };
    const opened = (finding: string) =>
      describeEvent({ type: "finding.opened", finding, ...about(1, 2, 3), details }, WATCH);
    expect(opened("writable").details).toEqual([{ label: "Seen", value: "admin and write" }]);
    expect(new Set(findingKinds.map((kind) => opened(kind).sentence)).size).toBe(findingKinds.length);
    expect(opened("of-a-later-portal").sentence).toContain("“of-a-later-portal”");
  });

  it("names old and new addresses of a changed roster", () => {
    const moved = [{ login: "anna", from: "", to: "anna@mail.example" }];
    const { details } = describeEvent({ type: "roster.changed", added: [person], removed: [], moved }, WATCH);
    expect(details).toEqual([
      { label: "Added", value: "bela (bela@stats.example)" },
      { label: "Other address", value: "anna (from no address to anna@mail.example)" },
    ]);
  });

  it("has words for every deed that somebody can be refused, and for everything a step-up is asked for", () => {
    const files = readdirSync("lib")
      .map((room) => `lib/${room}/deeds.ts`)
      .filter((file) => existsSync(file));
    const deeds = files.flatMap((file) =>
      Array.from(readFileSync(file, "utf8").matchAll(/name: "([^"]+)"/g), ([, name]) => name ?? ""),
    );
    expect(deeds.length).toBeGreaterThan(10);
    for (const deed of [...deeds, ...stepUpActions]) {
      expect(deedWords(deed)).not.toContain("“");
      expect(deedWords(deed, 1)).not.toMatch(/1 sites|“/);
    }
  });

  it("has words for every kind of mail and every job", () => {
    for (const { shape } of mailFactsSchema.options) expect(mailWords(shape.kind.value)).not.toContain("“");
    for (const job of jobNames) expect(actorWords({ type: "system", job })).toMatch(/^The /);
  });
});
