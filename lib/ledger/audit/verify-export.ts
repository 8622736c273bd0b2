import {
  EXPORT_VERSION,
  type ExportVersion,
  eventLine,
  headLine,
  isReadable,
  readEvent,
  readHead,
  readHeader,
} from "./export-line";
import type { Seen } from "./seen";
import { broken, type ChainHead, type StoredEvent, type Verdict, walkChain } from "./walk-chain";

/** The file is none of ours, or of a later version: nothing can be said about it. */
class ForeignFileError extends Error {
  override readonly name = "ForeignFileError";
}

/** A line that ends the walk. */
class BadLine extends Error {
  constructor(readonly verdict: Verdict) {
    super("bad line");
  }
}

/** No line of ours comes near it; a file without line ends must not fill the memory. */
const MAX_LINE = 64 * 1024 * 1024;

type Line = { text: string; ended: boolean };

/**
 * Checks an exported audit log, line by line, with neither database nor configuration.
 * @param text the file, in pieces of any size
 * @param seen what the log was seen to hold
 * @throws ForeignFileError when the first line does not say that this is an export of an audit log
 */
export async function verifyExport(text: AsyncIterable<string>, seen: readonly Seen[] = []): Promise<Verdict> {
  const lines = linesOf(text);
  const { version, forgotten } = requireOurFormat((await lines.next()).value);

  let head: ChainHead | null = null;
  let last = 0n;
  const bad = (seq: bigint, problem: string) => new BadLine(broken(seq, problem));
  async function* events(): AsyncGenerator<StoredEvent> {
    for await (const line of lines) {
      if (head) throw bad(last, "is the last one, and the file goes on after the chain head");
      if (!line.ended) throw bad(last + 1n, "is cut off, with everything after it");
      head = readHead(line.text);
      if (head && headLine(head) !== line.text) throw bad(last, "is followed by a chain head that was edited");
      if (head) continue;
      const event = readEvent(line.text);
      // Byte for byte: a key twice or one more would be read by people and not be hashed.
      if (!event || eventLine(event, version) !== line.text) throw bad(event?.seq ?? last + 1n, "was edited");
      yield event;
      last = event.seq;
    }
  }
  try {
    const wholeHead = () => {
      if (!head) throw bad(last + 1n, "is missing: the file was cut off before the chain head");
      return head;
    };
    return await walkChain({ events: events(), forgotten, readHead: wholeHead, seen });
  } catch (error) {
    if (error instanceof BadLine) return error.verdict;
    throw error;
  }
}

function requireOurFormat(first: Line | undefined): { version: ExportVersion; forgotten: bigint } {
  const header = first ? readHeader(first.text) : null;
  if (!header) throw new ForeignFileError("The file is not an export of this portal's audit log.");
  const { version, originsForgotten: forgotten } = header;
  if (isReadable(version)) return { version, forgotten };
  throw new ForeignFileError(
    `The file has version ${version} of the format, and this portal reads versions 1 to ${EXPORT_VERSION}. Check it with the portal that wrote it.`,
  );
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line, undefined> {
  let rest = "";
  for await (const piece of text) {
    const parts = (rest + piece).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield { text: part, ended: true };
    if (rest.length > MAX_LINE) throw new ForeignFileError("The file is not an export of this portal's audit log.");
  }
  if (rest !== "") yield { text: rest, ended: false };
  return undefined;
}
