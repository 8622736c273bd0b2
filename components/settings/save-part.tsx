"use client";

import { lazy, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { SaveChangeProps } from "./save-change";

const loadSaveChange = () => import("./save-change");
const SaveChange = lazy(() => loadSaveChange().then((file) => ({ default: file.SaveChange })));

/** A change that is not saved yet. */
export type Change = SaveChangeProps & {
  /** another one for another choice */
  id: string;
  /** who is notified when it is saved */
  notifies: string;
};

/** The end of a form: nothing to save yet, or the change and its proof, whose code is fetched once the page is idle. */
export function SavePart({ change }: { change: Change | null }) {
  // Once the page can be used, so that the first choice finds it there.
  useEffect(() => void loadSaveChange().catch(() => {}), []);
  return (
    <>
      <p role="status" className="text-ink-soft text-sm empty:-mt-4">
        {change?.notifies}
      </p>
      {change === null ? <NothingToSave /> : <Loaded {...change} />}
    </>
  );
}

function Loaded({ id, notifies: _, ...change }: Change) {
  return (
    <LazyDialog>
      <Suspense fallback={<NothingToSave />}>
        <SaveChange key={id} {...change} />
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
