import type { Line } from "@/emails/line";

/** A sentence. Words from outside stand in `<bdi>`, so that their direction cannot turn our own words around. */
export function Words({ line }: { line: Line }) {
  return line.map((run, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes its order
    return typeof run === "string" ? run : <bdi key={index}>{run.outside}</bdi>;
  });
}
