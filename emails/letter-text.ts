import { type Block, type ChangeEntry, type FactRow, type Frame, type Letter, linkOf, type More } from "./letter";
import { type Line, plain, type Run } from "./line";
import type { Say } from "./say";

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

const isAddress = (run: Run | undefined) => typeof run === "object" && /^https?:\/\//.test(run.outside);

function spell(line: Line, say: Say): string {
  if (line.length === 1 && isAddress(line[0])) return plain(line);
  return line.map((run) => (typeof run === "string" ? run : say.apart(run.outside))).join("");
}

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

const underlined = (title: string, mark: string) => `${title}\n${mark.repeat(Math.min(width(title), WIDTH))}`;

const labelled = (label: string, value: string, say: Say) => say.text("frame.labelled", { label, value });

/**
 * An address stands alone on its line: mail programs take whatever touches it, also what nobody sees, for a part of it.
 */
const linkTo = (label: string, link: string, say: Say, indent = "") =>
  `${wrap(labelled(label, "", say).trimEnd(), indent)}\n${indent}${link}`;

const moreLine = ({ count, link }: More, say: Say) => linkTo(say.text("frame.more", { count }), link, say, INDENT);

const seeIt = (link: string, say: Say, indent: string) => linkTo(say.text("frame.seeIt"), link, say, indent);

function sites(block: Extract<Block, { type: "sites" }>, say: Say): string {
  const entries = block.entries.map((entry) =>
    [
      wrap(say.apart(entry.name), " * ", INDENT),
      ...(entry.url === "" ? [] : [`${INDENT}${entry.url}`]),
      wrap(labelled(block.columns[1], entry.aside, say), INDENT),
      ...(entry.alarm ? [wrap(spell(entry.alarm, say), INDENT)] : []),
      ...entry.details.map((line) => wrap(spell(line, say), INDENT)),
      seeIt(entry.link, say, INDENT),
    ].join("\n"),
  );
  const more = block.more ? [moreLine(block.more, say)] : [];
  return entries.length === 0 ? "" : [underlined(block.title, "-"), ...entries, ...more].join("\n\n");
}

function inColumns(rows: readonly FactRow[], indent: string, say: Say): string {
  const column = indent.length + Math.max(0, ...rows.map(({ label }) => width(label))) + 2;
  const padded = (label: string) => `${indent}${label}${" ".repeat(column - indent.length - width(label))}`;
  const blank = " ".repeat(column);
  return rows
    .flatMap((row) =>
      row.lines.map((line, index) => wrap(spell(line, say), index === 0 ? padded(row.label) : blank, blank)),
    )
    .join("\n");
}

function change(entry: ChangeEntry, index: number, say: Say): string {
  const first = `${index + 1}. `;
  const indent = " ".repeat(first.length);
  const named = entry.sites.flatMap(({ name, url, link, aside }) => [
    wrap([say.apart(name), say.text("frame.siteId", { id: aside })].join(" · "), indent),
    ...(url === "" ? [] : [`${indent}${url}`]),
    seeIt(link, say, indent),
  ]);
  const more = entry.moreSites > 0 ? [wrap(say.text("frame.more", { count: entry.moreSites }), indent)] : [];
  return [wrap(spell(entry.headline, say), first, indent), ...named, ...more, inColumns(entry.rows, indent, say)].join(
    "\n",
  );
}

function changes({ title, entries, more }: Extract<Block, { type: "changes" }>, say: Say): string {
  const rest = more ? [moreLine(more, say)] : [];
  return [underlined(title, "-"), ...entries.map((entry, index) => change(entry, index, say)), ...rest].join("\n\n");
}

function list({ title, items, more }: Extract<Block, { type: "list" }>, say: Say): string {
  const rest = more ? [moreLine(more, say)] : [];
  return `${underlined(title, "-")}\n\n${[...items.map((item) => wrap(spell(item, say), " * ", INDENT)), ...rest].join("\n")}`;
}

function part(block: Block, say: Say): string {
  switch (block.type) {
    case "sites":
      return sites(block, say);
    case "facts":
      return `${underlined(block.title, "-")}\n\n${inColumns(block.rows, "", say)}`;
    case "changes":
      return changes(block, say);
    case "button":
      return linkTo(block.label, block.href, say);
    case "list":
      return list(block, say);
    case "steps":
      return `${underlined(block.title, "-")}\n\n${block.items.map((item, index) => wrap(spell(item, say), `${index + 1}. `, INDENT)).join("\n")}`;
  }
}

/** A letter as plain text: the same facts as the HTML, in lines of at most 78 characters where words allow it. */
export function letterText(letter: Letter, { say, recipient, log }: Frame): string {
  const { audience = "everybody", host, links } = letter;
  const headline = wrap(spell(letter.headline, say));
  const rule = "=".repeat(Math.max(...headline.split("\n").map(width)));
  const footer = [
    "-".repeat(WIDTH),
    ...say
      .text(`frame.sent.${audience}`, { recipient, host: { outside: host } })
      .split("\n")
      .map((line) => wrap(line)),
    linkTo(say.text("frame.allPublicSites"), links.publicAccess, say),
    linkTo(say.text("frame.everything"), links.activity, say),
    ...(log ? [wrap(say.text("frame.log", { link: { outside: linkOf(log) } }))] : []),
  ].join("\n");
  const parts = [
    `${headline}\n${rule}`,
    ...letter.lead.map((line) => wrap(spell(line, say))),
    ...letter.blocks.map((block) => part(block, say)),
    footer,
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}
