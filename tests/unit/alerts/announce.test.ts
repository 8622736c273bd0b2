import { describe, expect, expectTypeOf, it } from "vitest";
import { EVENTS, type MailOf, type UnmailedType } from "@/lib/ledger/audit/event-terms";
import { recordAudit } from "@/lib/ledger/audit/record";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { announce } from "@/lib/messaging/alerts/announce";
import type { ChangedSites } from "@/lib/messaging/alerts/changed-sites";
import type { Tx } from "@/lib/platform/db/transaction";

const at = new Date("2026-11-24T09:00:00Z");
const by = { login: "anna", origin: NO_ORIGIN };
const until = new Date("2026-12-24T09:00:00Z");

/** Judged by tsc: nothing here is ever run. */
const notCompiled = {
  recorded(tx: Tx) {
    const event = { by: "watch", at } as const;
    void recordAudit(tx, { ...event, facts: { type: "sign-out" } });
    // @ts-expect-error a mail tells of it
    void recordAudit(tx, { ...event, facts: { type: "public-access.unlocked" } });
    // @ts-expect-error a mail tells of it, as a rule
    void recordAudit(tx, { ...event, facts: { type: "public-access.baseline", siteIds: [], sites: [] } });
  },

  announced(tx: Tx, sites: ChangedSites) {
    const extended = { type: "public-access.extended", until: until.toISOString() } as const;
    void announce(tx, { by, at, sites, event: extended, mail: { kind: "extended", until } });
    // @ts-expect-error an event that has a mail goes out with it
    void announce(tx, { by, at, sites, event: extended });
    // @ts-expect-error it is told, whoever is in a hurry
    void announce(tx, { by, at, sites, event: extended, mail: null });
    // @ts-expect-error with its own mail, no other
    void announce(tx, { by, at, sites, event: extended, mail: { kind: "made-private", cause: "expired" } });
    // @ts-expect-error that says all it has to say
    void announce(tx, { by, at, sites, event: extended, mail: { kind: "extended" } });
    // @ts-expect-error about the sites
    void announce(tx, { by, at, event: extended, mail: { kind: "extended", until } });
    // @ts-expect-error and who did it: no job extends anything
    void announce(tx, { by: "watch", at, sites, event: extended, mail: { kind: "extended", until } });
    // @ts-expect-error a moment is printed by one function, in the zone of the instance
    void announce(tx, { by, at, sites, event: extended, mail: { kind: "extended", until: { utc: "", local: "" } } });
    // @ts-expect-error what has no mail is recorded
    void announce(tx, { by, at, event: { type: "sign-out" }, mail: null });
    void announce(tx, { by: "watch", at, sites, event: { type: "public-access.baseline" }, mail: null });
  },
};

describe("an event and its mail", () => {
  it("cannot be recorded without each other (judged by tsc)", () => {
    expectTypeOf<MailOf<"public-access.granted">>().toEqualTypeOf<"made-public">();
    expectTypeOf<MailOf<"public-access.baseline">>().toEqualTypeOf<"baseline">();
    expectTypeOf<"sign-out">().toExtend<UnmailedType>();
    expectTypeOf<"public-access.granted">().not.toExtend<UnmailedType>();
    expect(Object.keys(notCompiled)).not.toEqual([]);
  });

  it("every kind of mail tells of an event, but for those that tell of many things at once", () => {
    const told = Object.values(EVENTS).flatMap(({ mail: entry }) => {
      if (typeof entry === "string") return [entry];
      return "kind" in entry ? [entry.kind] : [];
    });
    const kinds = mailFactsSchema.options.map(({ shape }) => shape.kind.value);
    expect(kinds.filter((kind) => !told.some((other) => other === kind)).sort()).toEqual([
      "digest",
      "finding",
      "reminder",
    ]);
  });
});
