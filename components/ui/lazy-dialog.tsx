"use client";

import { Component, type ReactNode, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";

/**
 * Around a dialog of React.lazy, and around that alone. Nothing stands in its place while it is fetched: a dialog is
 * above the page. When it cannot be fetched (offline, a new release), that is said, and the page stays as it is.
 * @param early fetches its file once the page can be used, so that the first click finds it there
 */
export function LazyDialog({ early, children }: { early?: () => Promise<unknown>; children: ReactNode }) {
  useEffect(() => void early?.().catch(() => {}), [early]);
  if (!children) return null;
  return (
    <Boundary>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <NotLoaded /> : this.props.children;
  }
}

/** React remembers what could not be fetched, so the way on is a reload. */
function NotLoaded() {
  const t = useTranslations("ui");
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md animate-appear rounded-xl border border-danger-line bg-danger-soft px-4 py-3 text-sm shadow-float"
    >
      <p>{t("dialogNotLoaded")}</p>
      <Button size="sm" className="mt-2" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
    </div>
  );
}
