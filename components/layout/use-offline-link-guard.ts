import { useEffect } from "react";
import { askPortal } from "./ask-portal";
import { connectionNow, reportAnswer, sayItStays } from "./connection";

/**
 * Without an answer a link within the portal would take the page away and put the browser's own error in its place. While
 * the device is offline it is not followed; while the portal gave no answer, only when it answers again. The shell says
 * so. Links that open beside the page are followed: they take nothing away.
 */
export function useOfflineLinkGuard(): void {
  useEffect(() => {
    // Captured on its way down: the link itself is not to hear of it.
    document.addEventListener("click", stayWithoutAnswer, true);
    window.addEventListener("online", isBack);
    return () => {
      document.removeEventListener("click", stayWithoutAnswer, true);
      window.removeEventListener("online", isBack);
    };
  }, []);
}

function stayWithoutAnswer(event: MouseEvent): void {
  const connection = connectionNow();
  const link = linkAway(event);
  if (connection === "there" || !link) return;
  event.preventDefault();
  event.stopPropagation();
  if (connection === "offline") sayItStays();
  else void askPortal().then((answers) => answers && link.click());
}

/** The link that was pressed, when it takes this page away for another of the portal. */
function linkAway(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return null;
  const isBeside = link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey;
  const { origin, pathname, search } = window.location;
  const isWithinPage = link.hash !== "" && link.pathname === pathname && link.search === search;
  return isBeside || isWithinPage || link.origin !== origin ? null : link;
}

function isBack(): void {
  reportAnswer(true);
}
