import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/activity/export/route";
import { exportAudit } from "@/lib/ledger/audit/export";
import { type AuditExportQuery, auditExportSchema } from "@/lib/ledger/audit/filter-schema";
import { statementChannel } from "@/lib/platform/db/statement-channel";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { exportActivity } from "@/lib/reports/activity/export-activity";
import { streamOf } from "@/lib/reports/activity/stream-of";
import { statementsOf } from "@/tests/bench/count-statements";
import { aSuperUser } from "@/tests/support/builders";
import { freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ANNA, anEvent, eventSites, manyEvents, VISITOR } from "@/tests/support/events";
import { signIn } from "@/tests/support/people";
import { getAs } from "@/tests/support/signed-in-request";
import { everything } from "@/tests/support/state";

useDatabase();

const query = (asked: Record<string, unknown>): AuditExportQuery => auditExportSchema.parse(asked);

async function textOf(asked: Record<string, unknown>): Promise<string> {
  let text = "";
  for await (const piece of (await exportActivity(query(asked))).pieces) text += piece;
  return text;
}

/** RFC 4180, read strictly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cell.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error("no CSV");
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The rows of a CSV by the names of its columns. */
function records(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

const refusedAs = (login: string) => ({ type: "sign-in.refused", login, reason: "wrong password" }) as const;

beforeEach(() => freezeClock("2026-11-23T18:20:00.123Z"));

describe("the file", () => {
  it("says who, when, from where, what, on which sites, why and until when, with all facts", async () => {
    const facts = { reason: asTyped('She said "yes", so\nwe did'), until: "2026-12-24T00:00:00.000Z", unreachable: [] };
    await anEvent(
      { type: "public-access.granted", ...eventSites([12, 7], "Müller & Söhne 🎉"), ...facts },
      { origin: { ip: "203.0.113.7", userAgent: "Firefox", sessionRef: null } },
    );
    const text = await textOf({ format: "csv" });
    expect(text.startsWith("\ufeffseq,time_utc,")).toBe(true);
    const [row] = records(text);
    expect(row).toMatchObject({
      ...{ seq: "1", time_utc: "2026-11-23T18:20:00.123Z", actor_type: "superUser", actor: "anna" },
      ...{ ip: "203.0.113.7", user_agent: "Firefox", type: "public-access.granted" },
      ...{ site_count: "2", site_ids: "12 7", reason: facts.reason, until: facts.until },
    });
    expect(JSON.parse(row?.facts ?? "")).toEqual({ ...eventSites([12, 7], "Müller & Söhne 🎉"), ...facts });
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\t\n", '="a",b', "\uff1d1"])(
    "%j is text and no formula in a spreadsheet (S32)",
    async (hostile) => {
      await anEvent(
        { type: "public-access.kept", ...eventSites([1]), note: asTyped(hostile) },
        { actor: { type: "superUser", login: hostile }, origin: { ip: null, userAgent: hostile, sessionRef: null } },
      );
      const [row] = records(await textOf({ format: "csv" }));
      expect([row?.reason, row?.actor, row?.user_agent]).toEqual(Array(3).fill(`'${hostile}`));
    },
  );

  it("as JSON is the lines of the chain's own export, hashes included", async () => {
    await anEvent({ type: "sign-out" });
    await anEvent(refusedAs("eve"), { actor: VISITOR });
    await anEvent({ type: "sign-out" });
    const lines: string[] = [];
    for await (const line of exportAudit(testDb(), new Date())) lines.push(line);
    expect(await textOf({ format: "json" })).toBe(lines.slice(1, -1).join(""));
    expect(await textOf({ format: "json", who: "anna" })).toBe([lines[1], lines[3]].join(""));
  });

  it("has what matches, oldest first, and ends with what was recorded when it began", async () => {
    await anEvent({ type: "sign-out" });
    await anEvent(refusedAs("eve"), { actor: VISITOR });
    await anEvent({ type: "sign-out" });
    const { pieces } = await exportActivity(query({ format: "csv", who: "anna" }));
    let text = String((await pieces.next()).value);
    await anEvent({ type: "sign-out" }, { actor: ANNA });
    for await (const piece of pieces) text += piece;
    expect(records(text).map(({ seq }) => seq)).toEqual(["1", "3"]);
    expect(records(await textOf({ format: "csv", who: "nobody" }))).toEqual([]);
  });

  it("of 3,000 events takes two statements and three for each 500, and parses back whole", async () => {
    await manyEvents(3_000, refusedAs('"a", =b'));
    let text = "";
    const statements = await statementsOf(async () => {
      text = await textOf({ format: "csv", kind: "people", from: "2026-11-23", to: "2026-11-30" });
    });
    // The seventh look finds that nothing is left.
    expect(statements).toHaveLength(2 + 6 * 3 + 1);
    const rows = records(text);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1));
    expect(rows.every(({ facts }) => JSON.parse(facts ?? "").login === '"a", =b')).toBe(true);
  });
});

describe("the stream", () => {
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  beforeEach(() => {
    statements = 0;
    statementChannel.subscribe(count);
  });
  afterEach(() => void statementChannel.unsubscribe(count));

  async function started(signal = new AbortController().signal) {
    await manyEvents(3_000, { type: "sign-out" });
    const { pieces } = await exportActivity(query({ format: "json" }));
    const reader = streamOf(pieces, signal).getReader();
    statements = 0;
    await reader.read();
    await reader.read();
    expect(statements).toBe(3);
    return reader;
  }

  it("reads no further than somebody takes", async () => {
    await started();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(statements).toBe(3);
  });

  it("stops reading when the reader goes away", async () => {
    const reader = await started();
    await reader.cancel();
    expect(await reader.read()).toMatchObject({ done: true });
    expect(statements).toBe(3);
  });

  it("stops reading when the request is aborted, and does not end as if that were all", async () => {
    const request = new AbortController();
    const reader = await started(request.signal);
    request.abort();
    await expect(reader.read()).rejects.toThrow();
    expect(statements).toBe(3);
  });

  it("breaks off when the database goes away: what is there is never taken for all", async () => {
    const reader = await started();
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    try {
      await expect(reader.read()).rejects.toThrow();
    } finally {
      await rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event");
    }
  });
});

describe("GET /api/activity/export", () => {
  it("gives a Super User the file, named after the day in the instance's zone, and changes nothing", async () => {
    await rawRun(
      "INSERT INTO `matomo_option` (option_name, option_value, autoload) VALUES ('SitesManager_DefaultTimezone', 'Asia/Kathmandu', 0)",
    );
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    const before = await everything();
    const response = await GET(await getAs(anna, "/api/activity/export?format=csv&kind=people"));
    expect(records(await response.text())).toMatchObject([{ type: "sign-in.succeeded", actor: "anna" }]);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="activity-2026-11-24.csv"',
      "cache-control": "no-store",
    });
    expect(await everything()).toEqual(before);
  });

  it.each(["", "?format=xml", "?format=csv&site=1e3", "?format=csv&from=now"])("%j is no export", async (asked) => {
    const anna = await signIn(await aSuperUser());
    expect((await GET(await getAs(anna, `/api/activity/export${asked}`))).status).toBe(400);
  });

  it("gives a visitor nothing, and nothing to somebody who is no Super User any more", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    for (const who of [anna, null]) {
      const response = await GET(await getAs(who, "/api/activity/export?format=json"));
      expect(response.status).toBe(401);
      expect(response.headers.get("content-disposition")).toBeNull();
      expect(await response.text()).not.toContain("sign-in");
    }
  });

  it("says that it cannot know when the log cannot be read: no empty file", async () => {
    const anna = await signIn(await aSuperUser());
    await rawRun("ALTER TABLE portal_audit_head RENAME TO portal_audit_head_away");
    const response = await GET(await getAs(anna, "/api/activity/export?format=csv")).finally(() =>
      rawRun("ALTER TABLE portal_audit_head_away RENAME TO portal_audit_head"),
    );
    expect(response.status).toBe(503);
  });
});
