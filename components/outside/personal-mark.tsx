import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

/** Beside a public site, when the last probe saw in it what looks like personal data. */
export function PersonalMark({ count }: { count: number | null }) {
  const t = useTranslations("commands.site");
  if (count === null || count === 0) return null;
  return (
    <p className="mt-1 text-[0.8125rem] text-danger">
      <TriangleAlert className="me-1 inline size-3.5 align-[-0.15em]" aria-hidden="true" />
      {t("personal", { count })}
    </p>
  );
}
