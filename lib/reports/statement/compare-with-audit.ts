import { readEvent } from "@/lib/ledger/audit/export-line";
import { verifyExport } from "@/lib/ledger/audit/verify-export";
import type { Statement } from "./schema";

/**
 * Whether an exported audit log is whole and holds the events that a statement ends with, hash for hash.
 * @param open the file, from its beginning: it is read twice
 * @throws ForeignFileError when it is no export
 */
export async function compareWithAudit(
  { monthEnd, head }: Statement["chain"],
  open: () => AsyncIterable<string>,
): Promise<{ ok: true } | { ok: false; problem: string }> {
  const verdict = await verifyExport(open());
  if (!verdict.ok) return { ok: false, problem: `it is broken at event ${verdict.seq}, which ${verdict.problem}` };
  const links = [...(monthEnd ? [monthEnd] : []), head].filter(({ seq }) => seq > 0);
  const found = await readHashes(
    links.map(({ seq }) => seq),
    open(),
  );
  for (const { seq, hash } of links) {
    const there = found.get(seq);
    if (there === undefined) return { ok: false, problem: `event ${seq} is not in it: it was exported before` };
    if (there !== hash) return { ok: false, problem: `event ${seq} has another hash` };
  }
  return { ok: true };
}

async function readHashes(seqs: readonly number[], text: AsyncIterable<string>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const beginnings = seqs.map((seq) => `{"seq":"${seq}",`);
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((one) => beginnings.some((beginning) => one.startsWith(beginning)))) {
      const event = readEvent(line);
      if (event) found.set(Number(event.seq), event.hash);
    }
  }
  return found;
}
