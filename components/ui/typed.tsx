import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";

/** What a person typed: apart from our own words, so that its direction cannot turn them around. */
export function Typed({ children, className }: { children: TypedText | null; className?: string }) {
  return <bdi className={className}>{charactersOf(children)}</bdi>;
}
