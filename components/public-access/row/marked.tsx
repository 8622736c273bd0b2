import { markOf } from "./mark-of";

/** A text with what a search found in it marked; as it is where that cannot be told. */
export function Marked({ text, part }: { text: string; part: string }) {
  const found = markOf(text, part);
  if (found === null) return text;
  return (
    <>
      {text.slice(0, found.start)}
      <mark className="rounded-sm bg-caution-soft text-inherit outline-1 outline-caution-line">
        {text.slice(found.start, found.end)}
      </mark>
      {text.slice(found.end)}
    </>
  );
}
