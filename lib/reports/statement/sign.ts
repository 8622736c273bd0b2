import { type KeyObject, sign } from "node:crypto";
import { canonicalText } from "./canonical-text";
import { publicHalf } from "./key";
import { type SignedStatement, type Statement, signedStatementSchema } from "./schema";
import { STATEMENT_FORMAT, STATEMENT_VERSION } from "./terms";

/** What the signature covers: the whole file but the signature. */
export function signedText({ signature: _, ...rest }: SignedStatement): string {
  return canonicalText(rest);
}

/** The bytes of the file: the signature stands last, within the same braces. @param text what is signed */
export function fileText(text: string, signature: string): string {
  return `${text.slice(0, -"\n}".length)},\n  "signature": ${JSON.stringify(signature)}\n}\n`;
}

/**
 * A statement as a file that anybody can check with the public key (Ed25519, RFC 8032).
 * @param privateKey Ed25519
 */
export function signStatement(statement: Statement, privateKey: KeyObject): string {
  // The schema puts the keys in the order in which they are read back.
  const unsigned = signedStatementSchema.parse({
    format: STATEMENT_FORMAT,
    version: STATEMENT_VERSION,
    statement,
    ...publicHalf(privateKey),
    signature: "",
  });
  const text = signedText(unsigned);
  return fileText(text, sign(null, Buffer.from(text), privateKey).toString("base64"));
}
