"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

/** Without its file the page goes on without these messages: what was done is on the page, too. */
const Toasts = lazy<ComponentType>(() => import("./toasts").catch(() => ({ default: () => null })));

/**
 * Where `toast` of sonner appears. It is loaded once the page can be used, long before anything can have been done; a
 * message that is earlier than that waits for it.
 */
export function Toaster() {
  const [usable, setUsable] = useState(false);
  useEffect(() => setUsable(true), []);
  return usable ? (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  ) : null;
}
