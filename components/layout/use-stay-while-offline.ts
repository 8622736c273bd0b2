import { useEffect } from "react";
import { reportAnswer, sayItStays } from "./connection";

/**
 * Without a connection a link within the portal would take the page away and put the browser's own error in its place.
 * It is not followed then; the shell says why. Links that open beside the page are followed: they take nothing away.
 */
export function useStayWhileOffline(): void {
  useEffect(() => {
    // Captured on its way down: the link itself is not to hear of it.
    document.addEventListener("click", stayWhileOffline, true);
    window.addEventListener("online", isBack);
    return () => {
      document.removeEventListener("click", stayWhileOffline, true);
      window.removeEventListener("online", isBack);
    };
  }, []);
}

function stayWhileOffline(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (navigator.onLine || !(link instanceof HTMLAnchorElement)) return;
  const isBeside = link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey;
  const { origin, pathname, search } = window.location;
  const isWithinPage = link.hash !== "" && link.pathname === pathname && link.search === search;
  if (isBeside || isWithinPage || link.origin !== origin) return;
  event.preventDefault();
  sayItStays();
}

function isBack(): void {
  reportAnswer(true);
}
