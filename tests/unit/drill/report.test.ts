import { describe, expect, it } from "vitest";
import { type DrilledMail, resultOf } from "@/lib/domain/drill/policy";
import { hasReachedAll, isSettled, reportOf } from "@/lib/domain/drill/report";
import type { Drill } from "@/lib/domain/drill/schema";

const QUEUED = "2026-11-12T09:30:00.000Z";
const later = (ms: number) => new Date(Date.parse(QUEUED) + ms).toISOString();

function aMail(login: string, changes: Partial<DrilledMail> = {}): DrilledMail {
  return {
    ...{ address: `${login}@people.example`, logins: [login], createdAt: QUEUED, sentAt: null, sentVia: null },
    ...{ lastError: null, fate: null, isLost: false },
    ...changes,
  };
}

const sent = { sentAt: later(1_500), sentVia: "resend" };
const said = (fate: "delivered" | "delayed" | "bounced" | "complained", detail = "") => ({
  ...sent,
  fate: { fate, at: later(4_000), detail },
  isLost: fate === "bounced" || fate === "complained",
});
const drillOf = (mails: readonly DrilledMail[], withoutMail: string[] = []): Drill => ({
  ...{ seq: 7, startedAt: QUEUED, by: null, site: null, withoutMail },
  ...resultOf(mails),
});

describe("how far a mail of a drill came", () => {
  it.each([
    ["waiting", aMail("anna"), null, null],
    ["waiting", aMail("anna", { lastError: "503 busy" }), null, "503 busy"],
    ["accepted", aMail("anna", sent), null, null],
    ["accepted", aMail("anna", said("delayed", "mailbox full")), null, "mailbox full"],
    ["delivered", aMail("anna", said("delivered", "250 ok")), later(4_000), null],
    ["lost", aMail("anna", said("bounced", "550 unknown")), later(4_000), "550 unknown"],
    ["lost", aMail("anna", said("complained")), later(4_000), null],
    ["lost", aMail("anna", { isLost: true, lastError: "550 refused" }), null, "550 refused"],
  ] as const)("is %s: only what the provider said arrived, with nothing worse, is delivered (%#)", (...row) => {
    const [standing, mail, endedAt, problem] = row;
    expect(resultOf([mail]).mails).toMatchObject([{ standing, endedAt, problem, acceptedAt: mail.sentAt }]);
  });

  it("is counted for all and named for 50, those whom it did not reach first", () => {
    const many = Array.from({ length: 60 }, (_, index) => aMail(`user-${index}`, said("delivered")));
    const { mails, counts } = resultOf([...many, aMail("anna", sent), aMail("bela", said("bounced")), aMail("cleo")]);
    expect(counts).toEqual({ mails: 63, accepted: 62, delivered: 60, lost: 1, waiting: 1, unknown: 1 });
    expect(mails.slice(0, 4).map(({ logins }) => logins[0])).toEqual(["bela", "cleo", "anna", "user-0"]);
    expect(mails).toHaveLength(50);
  });
});

describe("what the command prints", () => {
  it("says who, when each was accepted and delivered, and what is not known, and shows no whole address", () => {
    const drill = drillOf(
      [
        aMail("anna", said("delivered")),
        aMail("bela", sent),
        aMail("cleo", said("bounced", "550 unknown")),
        aMail("dora"),
        aMail("soc", { ...sent, logins: [] }),
      ],
      ["eva"],
    );
    const { rows, sentences } = reportOf(drill, "webhook");
    expect(rows).toEqual([
      ["cleo", "c…@people.example", "after 1.5 s", "did not arrive"],
      ["dora", "d…@people.example", "not yet", ""],
      ["bela", "b…@people.example", "after 1.5 s", "not known yet"],
      ["extra recipient", "s…@people.example", "after 1.5 s", "not known yet"],
      ["anna", "a…@people.example", "after 1.5 s", "after 4.0 s"],
      ["eva", "no usable address", "nothing was sent", ""],
    ]);
    expect(sentences).toEqual([
      "4 of 5 accepted, 1 delivered, 1 did not arrive, 2 not known.",
      "c…@people.example: 550 unknown",
    ]);
    expect(reportOf(drillOf([aMail("anna", sent)]), "none").rows[0]?.[3]).toBe("not known (nothing reports it)");
    const kept = aMail("anna", { ...sent, sentVia: "mailbox" });
    expect(reportOf(drillOf([kept]), "none").rows[0]?.[3]).toContain("goes to nobody");
  });

  it("counts a drill as passed only when all were accepted and nobody was left out", () => {
    expect(hasReachedAll(drillOf([aMail("anna", sent), aMail("bela", said("delivered"))]))).toBe(true);
    expect(hasReachedAll(drillOf([aMail("anna", sent), aMail("bela")]))).toBe(false);
    expect(hasReachedAll(drillOf([aMail("anna", sent)], ["eva"]))).toBe(false);
  });

  it("waits for what the provider will say only where it says it by itself", () => {
    expect(isSettled(drillOf([aMail("anna")]), "none")).toBe(false);
    expect(isSettled(drillOf([aMail("anna", sent)]), "webhook")).toBe(false);
    for (const feedback of ["polling", "none"] as const) {
      expect(isSettled(drillOf([aMail("anna", sent)]), feedback)).toBe(true);
    }
    expect(isSettled(drillOf([aMail("anna", said("bounced"))]), "webhook")).toBe(true);
  });
});
