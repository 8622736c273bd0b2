import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { fingerprintOf, readPublicKey } from "./key";
import { type SignedStatement, type Statement, signedStatementSchema } from "./schema";
import { fileText, signedText } from "./sign";
import { STATEMENT_FORMAT, STATEMENT_VERSION } from "./terms";

/** Why a file is not valid. `unknown`: it is no statement, or of another version; nothing can be said about it. */
export type StatementProblem = "changed" | "signature" | "other-key" | "unknown";

type StatementVerdict =
  | { ok: true; statement: Statement; fingerprint: string }
  | { ok: false; problem: StatementProblem };

/**
 * Checks a signed statement with neither database nor configuration: it must be byte for byte what the portal writes,
 * and the signature must fit.
 * @param publicKey SPKI in base64, got from elsewhere; null: the one in the file is believed, which proves only that
 *   nothing was changed since it was signed by somebody
 */
export function verifyStatement(bytes: Uint8Array, publicKey: string | null): StatementVerdict {
  const text = decode(bytes);
  const raw = text === null ? null : parse(text);
  if (raw === null) return refused(looksLikeOurs(bytes) ? "changed" : "unknown");
  const header = headerSchema.safeParse(raw);
  if (!header.success || header.data.version !== STATEMENT_VERSION) return refused("unknown");
  const file = signedStatementSchema.safeParse(raw);
  // Byte for byte: a key twice, another order or one more space would be read by people and not be signed.
  if (!file.success) return refused("changed");
  const signed = signedText(file.data);
  if (fileText(signed, file.data.signature) !== text) return refused("changed");
  if (publicKey !== null && file.data.publicKey !== publicKey) return refused("other-key");
  return isSigned(file.data, signed)
    ? { ok: true, statement: file.data.statement, fingerprint: file.data.fingerprint }
    : refused("signature");
}

const headerSchema = z.object({ format: z.literal(STATEMENT_FORMAT), version: z.int() });

const refused = (problem: StatementProblem) => ({ ok: false, problem }) as const;

function isSigned(file: SignedStatement, text: string): boolean {
  // Both as they are written: some other letters of base64 mean the same bytes.
  if (readPublicKey(file.publicKey) !== file.publicKey) return false;
  const signature = Buffer.from(file.signature, "base64");
  if (signature.toString("base64") !== file.signature) return false;
  const spki = Buffer.from(file.publicKey, "base64");
  if (fingerprintOf(spki) !== file.fingerprint) return false;
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  return verify(null, Buffer.from(text), key, signature);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether it was one of ours before somebody broke it. */
function looksLikeOurs(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 200)).toString("latin1").includes(STATEMENT_FORMAT);
}
