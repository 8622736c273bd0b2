import { isolate } from "./isolate";
import { type Block, becauseOf, type ChangeEntry, type FactRow, type Frame, type Letter, type Line } from "./letter";

/** RFC 5322, 2.1.1. A word that is longer, such as a URL, stands alone on its line. */
const WIDTH = 78;
const INDENT = "   ";
const width = (value: string) => Array.from(value).length;

const say = (line: Line) => line.map((run) => (typeof run === "string" ? run : isolate(run.outside))).join("");

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

function sites(block: Extract<Block, { type: "sites" }>): string {
  const entries = block.entries.map((entry) =>
    [
      wrap(isolate(entry.name), " * ", INDENT),
      ...(entry.url === "" ? [] : [wrap(entry.url, INDENT)]),
      wrap(`${block.columns[1]}: ${entry.aside}`, INDENT),
      ...(entry.alarm ? [wrap(say(entry.alarm), INDENT)] : []),
      ...entry.details.map((line) => wrap(say(line), INDENT)),
      wrap(`See it: ${entry.link}`, INDENT),
    ].join("\n"),
  );
  const more = block.more ? [wrap(`and ${block.more.count} more: ${block.more.link}`, INDENT)] : [];
  return entries.length === 0 ? "" : [underlined(block.title, "-"), ...entries, ...more].join("\n\n");
}

function inColumns(rows: readonly FactRow[], indent: string): string {
  const column = indent.length + Math.max(0, ...rows.map((row) => row.label.length)) + 2;
  const blank = " ".repeat(column);
  return rows
    .flatMap((row) =>
      row.lines.map((line, index) =>
        wrap(say(line), index === 0 ? `${indent}${row.label}`.padEnd(column) : blank, blank),
      ),
    )
    .join("\n");
}

function change(entry: ChangeEntry, index: number): string {
  const first = `${index + 1}. `;
  const indent = " ".repeat(first.length);
  const named = entry.sites.flatMap(({ name, url, link, aside }) => [
    wrap([isolate(name), `ID ${aside}`, ...(url === "" ? [] : [url])].join(", "), indent),
    wrap(`See it: ${link}`, indent),
  ]);
  const more = entry.moreSites > 0 ? [wrap(`and ${entry.moreSites} more`, indent)] : [];
  return [wrap(say(entry.headline), first, indent), ...named, ...more, inColumns(entry.rows, indent)].join("\n");
}

function changes({ title, entries, more }: Extract<Block, { type: "changes" }>): string {
  const rest = more ? [wrap(`and ${more.count} more: ${more.link}`, INDENT)] : [];
  return [underlined(title, "-"), ...entries.map(change), ...rest].join("\n\n");
}

function list({ title, items, more }: Extract<Block, { type: "list" }>): string {
  const rest = more ? [wrap(`and ${more.count} more: ${more.link}`, INDENT)] : [];
  return `${underlined(title, "-")}\n\n${[...items.map((item) => wrap(say(item), " * ", INDENT)), ...rest].join("\n")}`;
}

function part(block: Block): string {
  switch (block.type) {
    case "sites":
      return sites(block);
    case "facts":
      return `${underlined(block.title, "-")}\n\n${inColumns(block.rows, "")}`;
    case "changes":
      return changes(block);
    case "button":
      return `${block.label}:\n${block.href}`;
    case "list":
      return list(block);
    case "steps":
      return `${underlined(block.title, "-")}\n\n${block.items.map((item, index) => wrap(say(item), `${index + 1}. `, INDENT)).join("\n")}`;
  }
}

/** A letter as plain text: the same facts as the HTML, in lines of at most 78 characters where words allow it. */
export function letterText(letter: Letter, frame: Pick<Frame, "recipient">): string {
  const headline = wrap(say(letter.headline));
  const rule = "=".repeat(Math.max(...headline.split("\n").map(width)));
  const footer = [
    "-".repeat(WIDTH),
    `Sent to ${frame.recipient}`,
    wrap(becauseOf(letter)),
    wrap(`All public sites: ${letter.links.publicAccess}`),
    wrap(`Everything that happened: ${letter.links.activity}`),
  ].join("\n");
  const parts = [
    `${headline}\n${rule}`,
    ...letter.lead.map((line) => wrap(say(line))),
    ...letter.blocks.map(part),
    footer,
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}
