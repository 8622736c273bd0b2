"use client";

import type { ComponentProps } from "react";
import { IntlProvider } from "use-intl";

/** The words below it, in one language. Messages come from the server: only those that the page needs. */
export function WordsProvider(props: ComponentProps<typeof IntlProvider>) {
  return <IntlProvider {...props} />;
}
