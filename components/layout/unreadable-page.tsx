"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { Unreadable } from "./unreadable";

const Page = lazy(() => import("./unreadable").then((file) => ({ default: file.Unreadable })));

/** In the place of a page whose data could not be read: no page loads it before that. */
export function UnreadablePage(props: ComponentProps<typeof Unreadable>) {
  return (
    <Suspense>
      <Page {...props} />
    </Suspense>
  );
}
