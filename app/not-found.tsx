import { MessagePage } from "@/components/layout/message-page";
import { NAV_PAGES } from "@/components/layout/nav-pages";
import { buttonStyles } from "@/components/ui/button-styles";
import { serverTranslator, titled } from "@/lib/auth/language/server-translator";

export const generateMetadata = titled("layout", (t) => t("notFound.title"));

/** Shown without asking who reads it, so its links are plain: this page is part of what every other page loads first. */
export default async function NotFoundPage() {
  const t = await serverTranslator("layout");
  return (
    <MessagePage
      title={t("notFound.title")}
      nav={
        <nav aria-label={t("main")}>
          <ul className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
            {NAV_PAGES.map(({ href, name }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-9 items-center hover:text-ink">
                  {t(`nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <p>{t("notFound.meaning")}</p>
      <a href="/public-access" className={buttonStyles({ variant: "primary" })}>
        {t("notFound.goOn")}
      </a>
    </MessagePage>
  );
}
