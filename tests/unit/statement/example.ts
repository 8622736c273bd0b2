import { generateKeyPairSync } from "node:crypto";
import { asTyped } from "@/lib/platform/typed-text-terms";
import type { Statement } from "@/lib/reports/statement/schema";

export const KEYS = generateKeyPairSync("ed25519");
export const OTHER_KEYS = generateKeyPairSync("ed25519");

/** A small statement with something in each of its parts. */
export const EXAMPLE: Statement = {
  instance: "matomo.example",
  portal: "portal.example",
  portalVersion: "0.1.0",
  month: "2026-10",
  timeZone: "Europe/Berlin",
  from: "2026-09-30T22:00:00.000Z",
  to: "2026-10-31T23:00:00.000Z",
  madeAt: "2026-11-01T06:00:00.000Z",
  complete: true,
  totals: {
    ...{ sites: 1, publicAtStart: 0, publicAtEnd: 1, madePublic: 1, madePrivate: 0 },
    publishers: [{ login: "anna", sites: 1 }],
  },
  limits: [{ code: "between-looks", count: null, says: "Unseen." }],
  coverage: {
    from: "2026-09-30T22:00:00.000Z",
    to: "2026-10-31T23:00:00.000Z",
    interval: 5,
    watched: 0.998877,
    looks: 8_900,
    failedLooks: 2,
    blindCount: 1,
    blind: [{ from: "2026-10-05T00:00:00.000Z", to: "2026-10-05T00:50:00.000Z", minutes: 50 }],
  },
  chain: {
    monthEnd: { seq: 3, hash: "ab".repeat(32) },
    head: { seq: 4, hash: "cd".repeat(32) },
    verified: { ok: true, events: 4, brokenAt: null, problem: null },
  },
  locks: [],
  pauses: [],
  sites: [
    {
      ...{ siteId: 7, name: 'Müller "& Söhne" \u202e🎉', nameFrom: "event", url: "https://shop.example" },
      ...{ since: "2026-10-02T10:00:00.000Z", until: null, secondsWithin: 2_552_400, channel: "portal" },
      ...{ publishedBy: "anna", publishedSeq: 3, plannedEnd: null, extendedSeqs: [], ended: null },
      began: { how: "granted", seq: 3, by: "anna" },
    },
  ],
  events: [
    {
      ...{ seq: 3, at: "2026-10-02T10:00:00.000Z", type: "public-access.granted", by: "anna", job: null },
      ...{ reason: asTyped("Open data"), plannedEnd: null, sites: 1 },
    },
  ],
  tellings: [
    {
      ...{
        seq: 3,
        key: "event/3",
        kind: "made-public",
        queuedAt: "2026-10-02T10:00:00.000Z",
        recipients: 2,
        others: 0,
      },
      ...{ accepted: 2, firstAcceptedAt: "2026-10-02T10:00:01.000Z", lastAcceptedAt: "2026-10-02T10:00:01.000Z" },
      ...{ delivered: null, failed: 0, waiting: 0, folded: 0, digestSeqs: [] },
      people: {
        ...{ failed: [], waiting: [], folded: [] },
        accepted: [{ at: "2026-10-02T10:00:01.000Z", logins: ["anna", "bob"] }],
      },
    },
  ],
  findings: [],
};
