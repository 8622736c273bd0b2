import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import { TipLine } from "./tip-line";
import type { Tip } from "./tips-schema";

type PageTipsProps = {
  page: Pick<SitesPage, "totals">;
  viewer: Viewer;
  secondFactor: Consequences["secondFactor"];
  dismissed: readonly Tip[];
};

/** Below the list: what to do first, and what it means to sign in without a second factor (S4). */
export function PageTips({ page: { totals }, viewer, secondFactor, dismissed }: PageTipsProps) {
  const t = useTranslations("publicAccess.tips");
  const from = viewer.provesBy === "single-sign-on" ? "provider" : "matomo";
  return (
    <div className="flex flex-col gap-1 text-[0.8125rem] text-ink-soft empty:hidden print:hidden">
      {totals.public > 0 && !dismissed.includes("first-visit") && (
        <TipLine tip="first-visit">
          {t.rich("firstVisit", {
            count: totals.public,
            link: (words) => (
              <Link href="/review" className="text-accent underline-offset-4 hover:underline">
                {words}
              </Link>
            ),
          })}
        </TipLine>
      )}
      {!secondFactor.yours && secondFactor.required && (
        <p className="font-medium text-danger">{t("secondFactorRequired", { from })}</p>
      )}
      {!secondFactor.yours && !secondFactor.required && !dismissed.includes("second-factor") && (
        <TipLine tip="second-factor">{t("secondFactor", { from })}</TipLine>
      )}
    </div>
  );
}
