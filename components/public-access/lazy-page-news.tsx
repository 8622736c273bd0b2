"use client";

import { type ComponentType, lazy, memo, Suspense } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { PageNewsProps } from "./page-news";

const News = lazy<ComponentType<PageNewsProps>>(() =>
  import("./page-news").then(
    (file) => ({ default: file.PageNews }),
    () => ({ default: NotLoaded }),
  ),
);

/**
 * What stands above the list. It comes with the page's HTML; its file is fetched after the list's, so that the list can be
 * used sooner. Only new props may reach it: React drops HTML whose file is not there yet when what is around it changes.
 */
export const LazyPageNews = memo(function LazyPageNews(props: PageNewsProps) {
  return (
    <Suspense fallback={null}>
      <News {...props} />
    </Suspense>
  );
});

/** Not known is not the same as nothing to know. */
function NotLoaded() {
  const say = useTranslations();
  return (
    <Alert tone="danger" title={say("publicAccess.newsNotLoaded.title")} role="alert">
      <p>{say("publicAccess.newsNotLoaded.meaning")}</p>
      <Button size="sm" className="mt-2" onClick={() => window.location.reload()}>
        {say("ui.reload")}
      </Button>
    </Alert>
  );
}
