import { useTranslations } from "use-intl";

/**
 * The sentence for what is wrong with a field. Schemas say it by the name of a message in `fields`; what is no such
 * name is a sentence already.
 */
export function useFieldWords(): (problem: string) => string {
  const say = useTranslations("fields");
  return (problem) => (isName(problem) && say.has(problem) ? say(problem) : problem);
}

type FieldProblem = Parameters<ReturnType<typeof useTranslations<"fields">>["has"]>[0];

/** Any text may be asked for with `has`; the compiler wants to hear it. */
function isName(problem: string): problem is FieldProblem {
  return /^[a-zA-Z0-9]+$/.test(problem);
}
