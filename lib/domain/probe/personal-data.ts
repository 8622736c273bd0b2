import { cutText } from "@/lib/platform/visible-text";
import type { PersonalData } from "./schema";
import { type PersonalKind, type PersonalPlace, personalKinds, personalPlaces } from "./terms";

/** Addresses and titles of pages, as a report lists them. */
type PageTexts = Record<PersonalPlace, readonly string[]>;

/**
 * RFC 5322 is wider; this is what people use. `@` may be written as it stands in addresses. A name begins where nothing
 * of a name stands before it, so that no text is gone through twice.
 */
const NAME_AND_SIGN = /(?<![a-z0-9._+~-])([a-z0-9._+~-]+)(?:@|%40)/gi;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,24})/i;
const MAX_HOST = 253;
const PARAMETER = /(?:^|[?&#;])([\w.[\]-]+)=(?=[^&#;\s]{12})/g;
const NAMES_A_SECRET = /token|auth|session|sess|sid|key|passw(?:or)?d|pwd|secret|reset|invite|signature|jwt/i;
/** A piece of an address without a word in it: hexadecimal of 128 bits or more, or letters and digits mixed. */
const HEX = /(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])/i;
const MIXED = [/[a-z]/, /[A-Z]/, /\d\D*\d\D*\d/];

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
  for (const { 0: before, 1: name = "", index } of text.matchAll(NAME_AND_SIGN)) {
    const behind = index + before.length;
    const first = /[a-z0-9]/i.exec(name)?.[0];
    const [host, top] = HOST.exec(text.slice(behind, behind + MAX_HOST)) ?? [];
    if (first && host && top) return `${first}…@${host.charAt(0)}….${top}`;
  }
  return null;
}

/** `token=…`: the name of what it is in, never a part of it. */
function tokenMask(text: string): string | null {
  if (holdsJwt(text)) return "eyJ…";
  const [, parameter] = [...text.matchAll(PARAMETER)].find(([, name = ""]) => NAMES_A_SECRET.test(name)) ?? [];
  if (parameter !== undefined) return `${cutText(parameter, 30)}=…`;
  const piece = HEX.exec(text)?.[0] ?? mixedPiece(text);
  return piece === undefined ? null : `… (${piece.length})`;
}

function holdsJwt(text: string): boolean {
  return piecesOf(text, /[\w.-]+/g).some((dotted) => {
    const parts = dotted.split(".");
    return parts.some(
      (part, at) => /\beyJ[\w-]{8}/.test(part) && (parts[at + 1]?.length ?? 0) >= 8 && at + 2 < parts.length,
    );
  });
}

function mixedPiece(text: string): string | undefined {
  return piecesOf(text, /[\w-]+/g).find((piece) => piece.length >= 24 && MIXED.every((part) => part.test(piece)));
}

function piecesOf(text: string, piece: RegExp): string[] {
  return text.match(piece) ?? [];
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
