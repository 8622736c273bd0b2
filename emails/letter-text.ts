import {
  type ChangeEntry,
  type FactRow,
  type Frame,
  type Letter,
  type More,
  type SiteList,
  smallPrint,
  spokenUrl,
} from "./letter";
import { type Line, spelled } from "./line";
import type { MailTranslator } from "./mail-translator";

/** RFC 5322, 2.1.1. A word that is longer, such as a URL, stands alone on its line. */
const WIDTH = 78;
const INDENT = "   ";
const [OPEN, CLOSE] = ["\u2068", "\u2069"];
const DIRECTIONS = /[\u200E\u200F\u2066-\u2069]/g;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Letters, digits and punctuation that never join their neighbours: each is a column, and they are quickly counted. */
const ONE_EACH = /^[\x20-\x7E\xA0-\u02FF\u060C\u061B\u061F\u0620-\u064A\u0660-\u0669\u2010-\u2027\u2030-\u203A]*$/;
/** As many columns as are seen: marks upon letters and marks of direction take none. */
export function width(value: string): number {
  const seen = value.replace(DIRECTIONS, "");
  return ONE_EACH.test(seen) ? seen.length : [...graphemes.segment(seen)].length;
}

/** An address with its scheme has to stand alone on its line: mail programs take what touches it for a part of it. */
const isAddress = (text: string) => /^https?:\/\//.test(text);

const spell = (line: Line, t: MailTranslator) => spelled(line, (outside) => t.apart(outside));

function wrap(value: string, first = "", rest = first): string {
  const lines: string[] = [];
  let line = first;
  let hasWords = false;
  for (const word of value.split(" ").filter((part) => part !== "")) {
    if (hasWords && width(line) + 1 + width(word) > WIDTH) {
      // An isolate ends with its line: what goes on below is set apart again.
      const isOpen = line.lastIndexOf(OPEN) > line.lastIndexOf(CLOSE);
      lines.push(isOpen ? `${line}${CLOSE}` : line);
      line = isOpen ? `${rest}${OPEN}` : rest;
      hasWords = false;
    }
    line += hasWords ? ` ${word}` : word;
    hasWords = true;
  }
  return [...lines, line].join("\n");
}

const linkTo = (label: string, link: string, t: MailTranslator, indent = "") =>
  `${wrap(t.text("frame.labelled", { label, value: "" }).trimEnd(), indent)}\n${indent}${link}`;

const moreLine = ({ count, link }: More, t: MailTranslator) => linkTo(t.text("frame.more", { count }), link, t, INDENT);

/** The sites of a list or of one change, each with its own address and the one that leads to it here. */
function sites({ entries, more }: SiteList, first: string, t: MailTranslator): string[] {
  const indent = " ".repeat(first.length);
  const named = entries.map(({ alarm, details, id, link, name, url }) =>
    [
      wrap(`${t.apart(name)} (${id})`, first, indent),
      ...(url === "" ? [] : [`${indent}${isAddress(spokenUrl(url)) ? url : t.apart(spokenUrl(url))}`]),
      ...[...(alarm ? [alarm] : []), ...details].map((line) => wrap(spell(line, t), indent)),
      `${indent}${link}`,
    ].join("\n"),
  );
  return more ? [...named, moreLine(more, t)] : named;
}

function inColumns(rows: readonly FactRow[], indent: string, t: MailTranslator): string {
  const column = indent.length + Math.max(0, ...rows.map(({ label }) => width(label))) + 2;
  const padded = (label: string) => `${indent}${label}${" ".repeat(column - indent.length - width(label))}`;
  const blank = " ".repeat(column);
  return rows
    .flatMap(({ label, lines, more }) => [
      ...lines.map((line, index) => wrap(spell(line, t), index === 0 ? padded(label) : blank, blank)),
      ...(more ? [moreLine(more, t)] : []),
    ])
    .join("\n");
}

function change(entry: ChangeEntry, index: number, t: MailTranslator): string {
  const first = `${index + 1}. `;
  const indent = " ".repeat(first.length);
  return [
    wrap(spell(entry.headline, t), first, indent),
    ...sites({ entries: entry.sites, more: null }, indent, t),
    inColumns(entry.rows, indent, t),
  ].join("\n");
}

/** A letter as plain text: the same facts as the HTML, in lines of at most 78 characters where words allow it. */
export function letterText(letter: Letter, frame: Frame): string {
  const { t, recipient } = frame;
  const { aside, audience = "everybody", button, changes, lead, notes, rows } = letter;
  const headline = wrap(spell(letter.headline, t));
  const footer = [
    "-".repeat(WIDTH),
    wrap(`${t.text("frame.product")} · ${t.apart(letter.host)}`),
    ...t
      .text(`frame.sent.${audience}`, { recipient })
      .split("\n")
      .map((line) => wrap(line)),
    ...(aside ? [wrap(spell(aside.text, t))] : []),
    ...(aside?.link ? [linkTo(aside.link.label, aside.link.href, t)] : []),
    wrap(spell(smallPrint(letter, frame), t)),
  ].join("\n");
  const parts = [
    `${headline}\n${"=".repeat(Math.max(...headline.split("\n").map(width)))}`,
    ...lead.map((line) => wrap(spell(line, t))),
    linkTo(button.label, button.href, t),
    ...notes.map((line) => wrap(spell(line, t))),
    ...(letter.sites ? sites(letter.sites, " * ", t) : []),
    ...(changes?.entries.map((entry, index) => change(entry, index, t)) ?? []),
    ...(changes?.more ? [moreLine(changes.more, t)] : []),
    inColumns(rows, "", t),
    footer,
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}
