import { cutText } from "@/lib/visible-text";
import type { PersonalData } from "./schema";
import { type PersonalKind, type PersonalPlace, personalKinds, personalPlaces } from "./terms";

/** Addresses and titles of pages, as a report lists them. */
export type PageTexts = Record<PersonalPlace, readonly string[]>;

/** RFC 5322 is wider; this is what people use. `@` may be written as it stands in addresses. */
const EMAIL = /[a-z0-9][a-z0-9._+~-]{0,63}(?:@|%40)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}/i;
const JWT = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/;
const SECRET_PARAMETER =
  /(?:^|[?&#;])([\w.[\]-]*(?:token|auth|session|sess|sid|key|passw(?:or)?d|pwd|secret|reset|invite|signature|jwt)[\w.[\]-]*)=([^&#;\s]{12,})/i;
/** A piece of an address without a word in it: hexadecimal of 128 bits or more, or letters and digits mixed. */
const HEX = /(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])/i;
const MIXED = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=(?:[\w-]*\d){3})[\w-]{24,}(?![\w-])/;

/**
 * What looks like personal data in the addresses and titles of pages: e-mail addresses, and tokens that open
 * something. A guess, for a person to look at. What is found is told by kind, place and number; the example is masked
 * so that the value cannot be read back.
 */
export function findPersonalData(texts: PageTexts): PersonalData[] {
  return personalKinds.flatMap((kind) =>
    personalPlaces.flatMap((where) => {
      const masks = texts[where].flatMap((text) => maskOf(kind, text) ?? []);
      const [masked] = masks;
      return masked === undefined ? [] : [{ kind, where, masked, count: masks.length }];
    }),
  );
}

function maskOf(kind: PersonalKind, text: string): string | null {
  const readable = decoded(text);
  return kind === "email" ? emailMask(readable) : tokenMask(readable);
}

/** `c…@e….org` */
function emailMask(text: string): string | null {
  const found = EMAIL.exec(text)?.[0];
  if (found === undefined) return null;
  const [name = "", host = ""] = found.split(/@|%40/i);
  return `${first(name)}…@${first(host)}….${host.slice(host.lastIndexOf(".") + 1)}`;
}

const first = (text: string) => Array.from(text)[0] ?? "";

/** `token=…`: the name of what it is in, never a part of it. */
function tokenMask(text: string): string | null {
  if (JWT.test(text)) return "eyJ…";
  const parameter = SECRET_PARAMETER.exec(text);
  if (parameter?.[1] !== undefined) return `${cutText(parameter[1], 30)}=…`;
  const piece = HEX.exec(text)?.[0] ?? MIXED.exec(text)?.[0];
  return piece === undefined ? null : `… (${piece.length})`;
}

/** Addresses may be written in percents, once or twice; what is no such writing stays as it is. */
function decoded(text: string): string {
  let readable = text.slice(0, 8_000);
  for (let round = 0; round < 2; round += 1) {
    try {
      readable = decodeURIComponent(readable);
    } catch {
      return readable;
    }
  }
  return readable;
}
