"use client";

import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import type { ExternalCheckPanel } from "./external-check-panel";

const Panel = lazy<ComponentType<ComponentProps<typeof ExternalCheckPanel>>>(() =>
  import("./external-check-panel").then(
    (file) => ({ default: file.ExternalCheckPanel }),
    // Without its file the page is whole but for what it would read again.
    () => ({ default: () => null }),
  ),
);

/** What anonymous visitors can really read. It comes with the page's HTML; what reads it again is fetched after it. */
export function ExternalCheck(props: ComponentProps<typeof ExternalCheckPanel>) {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
