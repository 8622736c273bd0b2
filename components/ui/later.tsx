"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

/**
 * A part that nobody needs before the page can be used: its file is loaded then. Without its file the page goes on without
 * it.
 */
export function later(load: () => Promise<{ default: ComponentType }>): ComponentType {
  const Part = lazy(() => load().catch(() => ({ default: () => null })));
  return function Later() {
    const [usable, setUsable] = useState(false);
    useEffect(() => setUsable(true), []);
    return usable ? (
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    ) : null;
  };
}
