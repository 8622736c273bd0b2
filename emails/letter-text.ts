import { isolate } from "./isolate";
import type { Block, ChangeEntry, FactRow, Frame, Letter, Line, More } from "./letter";
import type { Say } from "./say";

/** RFC 5322, 2.1.1. A word that is longer, such as a URL, stands alone on its line. */
const WIDTH = 78;
const INDENT = "   ";
const width = (value: string) => Array.from(value).length;

const spell = (line: Line) => line.map((run) => (typeof run === "string" ? run : isolate(run.outside))).join("");

function wrap(value: string, first = "", rest = first): string {
  const lines: string[] = [];
  let line = first;
  let hasWords = false;
  for (const word of value.split(" ").filter((part) => part !== "")) {
    if (hasWords && width(line) + 1 + width(word) > WIDTH) {
      lines.push(line);
      line = rest;
      hasWords = false;
    }
    line += hasWords ? ` ${word}` : word;
    hasWords = true;
  }
  return [...lines, line].join("\n");
}

const underlined = (title: string, mark: string) => `${title}\n${mark.repeat(Math.min(width(title), WIDTH))}`;

const moreLine = ({ count, link }: More, say: Say) => wrap(say.text("frame.moreAt", { count, link }), INDENT);

function sites(block: Extract<Block, { type: "sites" }>, say: Say): string {
  const entries = block.entries.map((entry) =>
    [
      wrap(isolate(entry.name), " * ", INDENT),
      ...(entry.url === "" ? [] : [wrap(entry.url, INDENT)]),
      wrap(`${block.columns[1]}: ${entry.aside}`, INDENT),
      ...(entry.alarm ? [wrap(spell(entry.alarm), INDENT)] : []),
      ...entry.details.map((line) => wrap(spell(line), INDENT)),
      wrap(say.text("frame.seeIt", { link: entry.link }), INDENT),
    ].join("\n"),
  );
  const more = block.more ? [moreLine(block.more, say)] : [];
  return entries.length === 0 ? "" : [underlined(block.title, "-"), ...entries, ...more].join("\n\n");
}

function inColumns(rows: readonly FactRow[], indent: string): string {
  const column = indent.length + Math.max(0, ...rows.map((row) => row.label.length)) + 2;
  const blank = " ".repeat(column);
  return rows
    .flatMap((row) =>
      row.lines.map((line, index) =>
        wrap(spell(line), index === 0 ? `${indent}${row.label}`.padEnd(column) : blank, blank),
      ),
    )
    .join("\n");
}

function change(entry: ChangeEntry, index: number, say: Say): string {
  const first = `${index + 1}. `;
  const indent = " ".repeat(first.length);
  const named = entry.sites.flatMap(({ name, url, link, aside }) => [
    wrap([isolate(name), say.text("frame.siteId", { id: aside }), ...(url === "" ? [] : [url])].join(", "), indent),
    wrap(say.text("frame.seeIt", { link }), indent),
  ]);
  const more = entry.moreSites > 0 ? [wrap(say.text("frame.more", { count: entry.moreSites }), indent)] : [];
  return [wrap(spell(entry.headline), first, indent), ...named, ...more, inColumns(entry.rows, indent)].join("\n");
}

function changes({ title, entries, more }: Extract<Block, { type: "changes" }>, say: Say): string {
  const rest = more ? [moreLine(more, say)] : [];
  return [underlined(title, "-"), ...entries.map((entry, index) => change(entry, index, say)), ...rest].join("\n\n");
}

function list({ title, items, more }: Extract<Block, { type: "list" }>, say: Say): string {
  const rest = more ? [moreLine(more, say)] : [];
  return `${underlined(title, "-")}\n\n${[...items.map((item) => wrap(spell(item), " * ", INDENT)), ...rest].join("\n")}`;
}

function part(block: Block, say: Say): string {
  switch (block.type) {
    case "sites":
      return sites(block, say);
    case "facts":
      return `${underlined(block.title, "-")}\n\n${inColumns(block.rows, "")}`;
    case "changes":
      return changes(block, say);
    case "button":
      return `${block.label}:\n${block.href}`;
    case "list":
      return list(block, say);
    case "steps":
      return `${underlined(block.title, "-")}\n\n${block.items.map((item, index) => wrap(spell(item), `${index + 1}. `, INDENT)).join("\n")}`;
  }
}

/** A letter as plain text: the same facts as the HTML, in lines of at most 78 characters where words allow it. */
export function letterText(letter: Letter, { say, recipient }: Frame): string {
  const { audience = "everybody", host, links } = letter;
  const headline = wrap(spell(letter.headline));
  const rule = "=".repeat(Math.max(...headline.split("\n").map(width)));
  const footer = [
    "-".repeat(WIDTH),
    say.text("frame.sentTo", { recipient }),
    wrap(say.text(`frame.because.${audience}`, { host })),
    wrap(`${say.text("frame.allPublicSites")}: ${links.publicAccess}`),
    wrap(`${say.text("frame.everything")}: ${links.activity}`),
  ].join("\n");
  const parts = [
    `${headline}\n${rule}`,
    ...letter.lead.map((line) => wrap(spell(line))),
    ...letter.blocks.map((block) => part(block, say)),
    footer,
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}
