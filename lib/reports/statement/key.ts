import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { StatementKey } from "./schema";

/** The private key of STATEMENT_KEY (base64 of its PKCS#8 DER, RFC 8410). */
export function privateKeyOf(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, "base64"), format: "der", type: "pkcs8" });
}

/** What everybody may know of a private key: its public half and the fingerprint of that. */
export function publicHalf(privateKey: KeyObject): StatementKey {
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { publicKey: spki.toString("base64"), fingerprint: fingerprintOf(spki) };
}

/** SHA-256 of the public key's SPKI DER, in groups that can be read out: `SHA256:1f2e 3d4c …`. */
export function fingerprintOf(spki: Buffer): string {
  const hex = createHash("sha256").update(spki).digest("hex");
  return `SHA256:${(hex.match(/.{4}/g) ?? []).join(" ")}`;
}

/**
 * A public key as people hand it over: PEM, or its SPKI DER in base64.
 * @returns SPKI in base64; null when it is no Ed25519 public key
 */
export function readPublicKey(text: string): string | null {
  try {
    const pem = text.includes("-----BEGIN PUBLIC KEY-----");
    const key = pem
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text.replace(/\s+/g, ""), "base64"), format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return null;
    return key.export({ format: "der", type: "spki" }).toString("base64");
  } catch {
    return null;
  }
}
