import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Ago } from "@/components/ui/moment";
import { counted } from "@/components/ui/plural";
import type { PauseState } from "@/lib/public-access/schema";

type PauseBannerProps = {
  pause: PauseState;
  asOf: string;
  /** nothing can be resumed while nothing may be public */
  locked: boolean;
  onResume: () => void;
  onDrop: () => void;
};

/** What a pause put aside, and the two ways out. */
export function PauseBanner({ pause, asOf, locked, onResume, onDrop }: PauseBannerProps) {
  const aside = `${counted(pause.siteCount, "site")} ${pause.siteCount === 1 ? "is" : "are"} put aside`;
  return (
    <Alert tone="caution" title={`Public access is paused: ${aside}`}>
      <p>
        Paused by <bdi>{pause.by}</bdi>, <Ago iso={pause.at} asOf={asOf} />:{" "}
        <bdi className="italic">{pause.reason}</bdi>
      </p>
      <p className="mt-1">
        No site can be made public until the pause is over.{" "}
        {locked && "Resuming is possible again when the lock is lifted."}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!locked && (
          <Button size="sm" onClick={onResume}>
            Resume…
          </Button>
        )}
        <Button size="sm" onClick={onDrop}>
          Keep them private…
        </Button>
      </div>
    </Alert>
  );
}
