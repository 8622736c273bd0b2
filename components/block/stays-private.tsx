import { useTranslations } from "use-intl";
import type { BlockView } from "@/lib/domain/public-access/schema";

const REASONS = ["ended", "deleted", "public", "canary"] as const;
const NAMED = 5;

/** What was public before the block and cannot be restored, and why. */
export function StaysPrivate({ sites }: Pick<BlockView, "sites">) {
  const t = useTranslations("block.off");
  return REASONS.map((why) => {
    const some = sites.filter(({ stays }) => stays === why);
    const rest = some.length - NAMED;
    return (
      some.length > 0 && (
        <p key={why} className="text-ink-soft text-sm">
          {t("stays", { why })}{" "}
          {some.slice(0, NAMED).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && " · "}
              <bdi>{name}</bdi>
            </span>
          ))}
          {rest > 0 && ` ${t("andMore", { count: rest })}`}
        </p>
      )
    );
  });
}
