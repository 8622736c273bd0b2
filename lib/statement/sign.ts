import { type KeyObject, sign } from "node:crypto";
import { canonicalText } from "./canonical-text";
import { publicHalf } from "./key";
import { type SignedStatement, type Statement, signedStatementSchema } from "./schema";
import { STATEMENT_FORMAT, STATEMENT_VERSION } from "./terms";

/** What the signature covers: the whole file but the signature. */
export function signedText({ signature: _, ...rest }: SignedStatement): string {
  return canonicalText(rest);
}

/** The bytes of the file. */
export function fileText(signed: SignedStatement): string {
  return `${canonicalText(signed)}\n`;
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
  const signature = sign(null, Buffer.from(signedText(unsigned)), privateKey).toString("base64");
  return fileText({ ...unsigned, signature });
}
