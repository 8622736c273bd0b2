import type { MouseEvent } from "react";

/** Whether the browser opens a link in another tab or window: then it is left to it. */
export function opensBeside({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0;
}
