/** What is noted down inside the page while it is driven. */
type PageNotes = {
  /** sum of all shifts, also of those soon after a key or click, which browsers forgive */
  layoutShift: number;
  /** since the navigation began; null until there is a row */
  firstRowMs: number | null;
  lastInputMs: number;
};

declare global {
  interface Window {
    pageNotes: PageNotes;
  }
}

/** Runs in the page before any script of its own. It must not use anything from outside itself. */
export function watchPage(): void {
  const notes: PageNotes = { layoutShift: 0, firstRowMs: null, lastInputMs: 0 };
  window.pageNotes = notes;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ("value" in entry && typeof entry.value === "number") notes.layoutShift += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  const look = new MutationObserver(() => {
    if (!document.querySelector("tbody tr")) return;
    notes.firstRowMs = performance.now();
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
  document.addEventListener("input", () => (notes.lastInputMs = performance.now()), { capture: true });
}
