import { z } from "zod";
import { visibleJson } from "@/lib/visible-json";
import type { ChainHead, StoredEvent } from "./walk-chain";

// The file format: JSON lines. The first says what the file is, then one line an event with every hashed field as it
// is stored, the last line is the head of the chain. Bytes follow from the values alone, so that a reader can demand
// that a line is exactly what this file would write.

export const EXPORT_FORMAT = "public-access-for-matomo/audit-log";
export const EXPORT_VERSION = 1;

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
});

const eventSchema = z.object({
  seq,
  at: z.iso.datetime().transform((at) => new Date(at)),
  type: z.string(),
  actorType: z.string(),
  actorName: z.string(),
  ip: text,
  userAgent: text,
  sessionRef: text,
  facts: z.string(),
  prevHash: hash,
  hash,
});

const headSchema = z.object({ head: z.object({ seq, hash }) });

/** The first line. */
export function headerLine(exportedAt: Date): string {
  return line({ format: EXPORT_FORMAT, version: EXPORT_VERSION, exportedAt: exportedAt.toISOString() });
}

/** One event. */
export function eventLine(event: StoredEvent): string {
  const { at, type, actorType, actorName, ip, userAgent, sessionRef, facts, prevHash } = event;
  return line({
    seq: event.seq.toString(),
    at: at.toISOString(),
    type,
    actorType,
    actorName,
    ip,
    userAgent,
    sessionRef,
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
