import { z } from "zod";
import { visibleJson } from "@/lib/platform/escape-invisible";
import type { ChainHead, StoredEvent } from "./walk-chain";
import { originOf } from "./with-origins";

// The file format: JSON lines. The first says what the file is, then one line an event with every hashed field as it
// is stored, the last line is the head of the chain. Bytes follow from the values alone, so that a reader can demand
// that a line is exactly what this file would write.

const EXPORT_FORMAT = "public-access-for-matomo/audit-log";
export const EXPORT_VERSION = 2;
/** Version 1 knows no origins beside the events: who-from-where is a part of each. */
export type ExportVersion = 1 | typeof EXPORT_VERSION;

const seq = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().nullable();

const headerSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.number().int(),
  exportedAt: z.iso.datetime(),
  /** up to which event origins were deleted */
  originsForgotten: seq.default(0n),
});

const eventSchema = z
  .object({
    seq,
    at: z.iso.datetime().transform((at) => new Date(at)),
    type: z.string(),
    actorType: z.string(),
    actorName: z.string(),
    ip: text,
    userAgent: text,
    sessionRef: text,
    /** with a salt the three values before are those of the origin; without, the event's own */
    salt: text.default(null),
    originDigest: hash.nullable().default(null),
    facts: z.string(),
    prevHash: hash,
    hash,
  })
  .transform(({ salt, ...event }): StoredEvent => {
    if (salt === null) return { ...event, origin: null };
    const { ip, userAgent, sessionRef } = event;
    return { ...event, ip: null, userAgent: null, sessionRef: null, origin: { salt, ip, userAgent, sessionRef } };
  });

const headSchema = z.object({ head: z.object({ seq, hash }) });

/** The first line. */
export function headerLine(exportedAt: Date, originsForgotten: bigint): string {
  return line({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: exportedAt.toISOString(),
    originsForgotten: originsForgotten.toString(),
  });
}

/** One event. */
export function eventLine(event: StoredEvent, version: ExportVersion = EXPORT_VERSION): string {
  const { at, type, actorType, actorName, facts, prevHash, originDigest } = event;
  const { ip, userAgent, sessionRef } = originOf(event);
  return line({
    seq: event.seq.toString(),
    at: at.toISOString(),
    type,
    actorType,
    actorName,
    ip,
    userAgent,
    sessionRef,
    ...(version > 1 && { salt: event.origin?.salt ?? null, originDigest }),
    facts,
    prevHash,
    hash: event.hash,
  });
}

/** The last line. */
export function headLine(head: ChainHead): string {
  return line({ head: { seq: head.seq.toString(), hash: head.hash } });
}

/** What the first line says of the file; null when it is no such line. */
export function readHeader(text: string): z.infer<typeof headerSchema> | null {
  return read(headerSchema, text);
}

/** An event; null when the line is none. */
export function readEvent(text: string): StoredEvent | null {
  return read(eventSchema, text);
}

/** The head of the chain; null when the line is not that. */
export function readHead(text: string): ChainHead | null {
  return read(headSchema, text)?.head ?? null;
}

/** Whether this program can read such a file. */
export function isReadable(version: number): version is ExportVersion {
  return version === 1 || version === EXPORT_VERSION;
}

function read<S extends z.ZodType>(schema: S, text: string): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function line(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}
