"use client";

import { lazy, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { SaveChangeProps } from "./save-change";

const loadSaveChange = () => import("./save-change");
const SaveChange = lazy(() => loadSaveChange().then((file) => ({ default: file.SaveChange })));

/** The button of a form: nothing to save yet, or the change and its proof, whose code is fetched once the page is idle. */
export function SavePart({ change }: { change: (SaveChangeProps & { id: string }) | null }) {
  // Once the page can be used, so that the first choice finds it there.
  useEffect(() => void loadSaveChange().catch(() => {}), []);
  if (change === null) return <NothingToSave />;
  const { id, ...rest } = change;
  return (
    <LazyDialog>
      <Suspense fallback={<NothingToSave />}>
        <SaveChange key={id} {...rest} />
      </Suspense>
    </LazyDialog>
  );
}

function NothingToSave() {
  const say = useTranslations("settings");
  return (
    <Button variant="primary" disabled className="self-start">
      {say("save")}
    </Button>
  );
}
