"use client";

import { useTranslations } from "use-intl";
import type { Viewer } from "@/lib/auth/schema";
import type { Confirmation } from "./confirm-by-single-sign-on";
import { confirmDeed, type Deed } from "./step-up";

/** confirmDeed in the language of the page. */
export function useConfirmDeed(): (viewer: Viewer, deed: Deed) => Promise<Confirmation> {
  const say = useTranslations("auth");
  return (viewer, deed) => confirmDeed(viewer, deed, say);
}
