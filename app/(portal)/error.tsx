"use client";

import { FailedPage } from "@/components/layout/failed-page";

/** Within the frame, so that every other page stays one click away. */
export default function PortalPageError({ retry }: { error: Error; retry: () => void }) {
  return <FailedPage retry={retry} />;
}
