import Link from "next/link";
import { PageTitle } from "@/components/layout/page-title";
import { buttonStyles } from "@/components/ui/button-styles";
import { serverWords } from "@/lib/auth/language/words";

/** Within the frame: the address is a page's, and what it names is not there. */
export default async function PortalNotFoundPage() {
  const say = await serverWords("layout");
  return (
    <div className="flex flex-col items-start gap-5">
      <PageTitle title={say("notFound.title")}>{say("notFound.meaning")}</PageTitle>
      <Link href="/public-access" className={buttonStyles({ variant: "primary" })}>
        {say("notFound.goOn")}
      </Link>
    </div>
  );
}
