import { isolate } from "./isolate";
import { type Block, becauseOf, type Frame, type Letter, type Line } from "./letter";

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
      wrap(entry.url, INDENT),
      wrap(`${block.columns[1]}: ${entry.aside}`, INDENT),
      ...entry.details.map((line) => wrap(say(line), INDENT)),
      wrap(`See it: ${entry.link}`, INDENT),
    ].join("\n"),
  );
  const more = block.more ? [wrap(`and ${block.more.count} more: ${block.more.link}`, INDENT)] : [];
  return entries.length === 0 ? "" : [underlined(block.title, "-"), ...entries, ...more].join("\n\n");
}

function facts(block: Extract<Block, { type: "facts" }>): string {
  const column = Math.max(...block.rows.map((row) => row.label.length)) + 2;
  const blank = " ".repeat(column);
  const rows = block.rows.flatMap((row) =>
    row.lines.map((line, index) => wrap(say(line), index === 0 ? row.label.padEnd(column) : blank, blank)),
  );
  return `${underlined(block.title, "-")}\n\n${rows.join("\n")}`;
}

function part(block: Block): string {
  switch (block.type) {
    case "sites":
      return sites(block);
    case "facts":
      return facts(block);
    case "button":
      return `${block.label}:\n${block.href}`;
    case "list":
      return `${underlined(block.title, "-")}\n\n${block.items.map((item) => wrap(say(item), " * ", INDENT)).join("\n")}`;
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
