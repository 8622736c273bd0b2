import type { Ref } from "react";
import { Ago } from "@/components/ui/moment";
import { counted, grouped } from "@/components/ui/plural";
import type { SitesPage } from "@/lib/public-access/schema";
import { everyWords } from "./watch-words";

type PageHeadingProps = {
  /** null while it is read and when it could not be read */
  page: SitesPage | null;
  failed: boolean;
  headingRef: Ref<HTMLHeadingElement>;
};

export function PageHeading({ page, failed, headingRef }: PageHeadingProps) {
  return (
    <div className="min-w-0">
      <h1 ref={headingRef} tabIndex={-1} className="font-semibold text-2xl tracking-tight">
        {page && countWords(page.totals)}
        {!page && (failed ? "The portal cannot know which sites are public" : "Reading which sites are public…")}
      </h1>
      {page && (
        <p className="mt-1 max-w-3xl text-ink-soft text-sm">
          Anyone can read a public site's reports without a login.{" "}
          {page.lastWatchAt === null ? (
            "The watch has never run."
          ) : (
            <>
              The watch last looked <Ago iso={page.lastWatchAt} asOf={page.asOf} />; it looks {everyWords(page)}.
            </>
          )}{" "}
          Access that a plugin of Matomo gives without leaving a row in its table is not visible here.
        </p>
      )}
    </div>
  );
}

function countWords(totals: SitesPage["totals"]): string {
  return `${grouped(totals.public)} of ${counted(totals.sites, "site")} ${totals.public === 1 ? "is" : "are"} public`;
}
