import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Ago } from "@/components/ui/moment";
import type { LockState } from "@/lib/public-access/schema";

type LockBannerProps = { lock: LockState; asOf: string; onUnlock: () => void };

/** Nothing may be public, who said so, and the way out. */
export function LockBanner({ lock, asOf, onUnlock }: LockBannerProps) {
  return (
    <Alert tone="danger" title="Nothing may be public: public access is locked">
      <p>
        Locked by <bdi>{lock.by}</bdi>, <Ago iso={lock.at} asOf={asOf} />: <bdi className="italic">{lock.reason}</bdi>
      </p>
      <p className="mt-1">
        No site can be made public in the portal. What becomes public elsewhere is made private at the next look of the
        watch.
      </p>
      <Button size="sm" className="mt-3" onClick={onUnlock}>
        Lift the lock…
      </Button>
    </Alert>
  );
}
