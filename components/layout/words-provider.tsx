"use client";

import { type ComponentProps, type ReactNode, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";

/** The words below it, in one language. Messages come from the server: only those that the page needs. */
export function WordsProvider(props: ComponentProps<typeof IntlProvider>) {
  return <IntlProvider {...props} />;
}

type Words = NonNullable<ComponentProps<typeof IntlProvider>["messages"]>;

/** Further words below it, beside those that are there. */
export function MoreWords({ messages, children }: { messages: Words; children: ReactNode }) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  );
}
