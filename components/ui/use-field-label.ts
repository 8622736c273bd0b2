import { useTranslations } from "use-intl";

/**
 * The sentence for what is wrong with a field. Schemas say it by the name of a message in `fields`, with the
 * number that it says; what is no such name is a sentence already.
 */
export function useFieldLabel(): (problem: string) => string {
  const t = useTranslations("fields");
  return (problem) => {
    const [, name = "", count = ""] = /^([a-zA-Z]+)(?: (\d+))?$/.exec(problem) ?? [];
    return isName(name) && t.has(name) ? t(name, { count: Number(count) }) : problem;
  };
}

type FieldProblem = Parameters<ReturnType<typeof useTranslations<"fields">>["has"]>[0];

/** Any name may be asked for with `has`; the compiler wants to hear it. */
function isName(name: string): name is FieldProblem {
  return name !== "";
}
