import { PageTitle } from "@/components/layout/page-title";
import { buttonStyles } from "@/components/ui/button-styles";
import { Link } from "@/components/ui/link";
import { serverTranslator } from "@/lib/auth/language/server-translator";

/** Within the frame: the address is a page's, and what it names is not there. */
export default async function PortalNotFoundPage() {
  const t = await serverTranslator("layout");
  return (
    <div className="flex flex-col items-start gap-5">
      <PageTitle title={t("notFound.title")}>{t("notFound.meaning")}</PageTitle>
      <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
        {t("notFound.goOn")}
      </Link>
    </div>
  );
}
