"use client";

import { type ComponentType, lazy, Suspense } from "react";

const Panel = lazy<ComponentType>(() =>
  import("./landing-panel").then(
    (file) => ({ default: file.LandingPanel }),
    // Without its file the page is whole but for this explanation at its end.
    () => ({ default: () => null }),
  ),
);

/** What strangers see first. It stands at the end of the page and comes with its HTML; its file is fetched after it. */
export function LazyLandingPanel() {
  return (
    <Suspense fallback={null}>
      <Panel />
    </Suspense>
  );
}
