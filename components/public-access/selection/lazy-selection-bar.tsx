"use client";

import { type ComponentProps, lazy, useEffect, useState } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { SelectionBar } from "./selection-bar";

const Bar = lazy(() => import("./selection-bar").then((file) => ({ default: file.SelectionBar })));

/** The bar of the chosen sites. It is there, empty, once the page can be used, so that the first choice is announced. */
export function LazySelectionBar(props: ComponentProps<typeof SelectionBar>) {
  const [usable, setUsable] = useState(false);
  useEffect(() => setUsable(true), []);
  return usable ? (
    <LazyDialog>
      <Bar {...props} />
    </LazyDialog>
  ) : null;
}
