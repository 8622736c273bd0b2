import { useRouter } from "next/navigation";
import { useCallback, useState, useTransition } from "react";
import { askPortal } from "./ask-portal";

type ReadAgain = {
  /** whether it is being read at this moment */
  busy: boolean;
  /** whether the last try got no answer at all */
  failed: boolean;
  readAgain: () => void;
};

/**
 * Reads the page again. The portal is asked first whether it is there: when a page cannot be fetched, the router leaves
 * it for the browser's own error, and what it showed is gone.
 */
export function useReadAgain(): ReadAgain {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [failed, setFailed] = useState(false);
  const readAgain = useCallback(() => {
    start(async () => {
      const answered = await askPortal();
      start(() => {
        setFailed(!answered);
        if (answered) router.refresh();
      });
    });
  }, [router]);
  return { busy, failed, readAgain };
}
