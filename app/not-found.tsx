import { MessagePage } from "@/components/layout/message-page";
import { NAV_PAGES } from "@/components/layout/nav-pages";
import { buttonStyles } from "@/components/ui/button-styles";
import { serverWords } from "@/lib/auth/language/words";

export async function generateMetadata() {
  const say = await serverWords("layout");
  return { title: say("notFound.title") };
}

/** Shown without asking who reads it, so its links are plain: this page is part of what every other page loads first. */
export default async function NotFoundPage() {
  const say = await serverWords("layout");
  return (
    <MessagePage
      title={say("notFound.title")}
      nav={
        <nav aria-label={say("main")}>
          <ul className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
            {NAV_PAGES.map(({ href, name }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-9 items-center hover:text-ink">
                  {say(`nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <p>{say("notFound.meaning")}</p>
      <a href="/public-access" className={buttonStyles({ variant: "primary" })}>
        {say("notFound.goOn")}
      </a>
    </MessagePage>
  );
}
