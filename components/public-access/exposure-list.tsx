import { Eye, EyeOff, TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import type { Consequences } from "@/lib/public-access/schema";
import type { ChosenSite } from "./chosen-site";
import { exposureWords } from "./exposure-words";

const LOOKS = {
  yes: { icon: Eye, style: "text-ink-faint" },
  personal: { icon: TriangleAlert, style: "text-danger" },
  no: { icon: EyeOff, style: "text-ink-faint" },
};

type ExposureListProps = { sites: readonly ChosenSite[]; consequences: Consequences };

/** What strangers get, read from this Matomo's own settings and these sites. */
export function ExposureList({ sites, consequences }: ExposureListProps) {
  return (
    <section className="text-sm">
      <h3 className="font-semibold">What anyone on the internet will then see</h3>
      <ul className="mt-2 flex flex-col gap-2">
        {exposureWords(sites, consequences).map(({ words, shown }) => {
          const { icon: Icon, style } = LOOKS[shown];
          return (
            <li key={words} className="flex gap-2.5">
              <Icon className={cn("mt-0.5 size-4 shrink-0", style)} aria-hidden="true" />
              <span>{words}</span>
            </li>
          );
        })}
      </ul>
      <p className="mt-3 text-ink-soft">
        Copies cannot be called back: what was exported, cached or indexed stays out there after the site is private
        again. Matomo's setting that greets strangers with the login page hides nothing of this.
      </p>
    </section>
  );
}
