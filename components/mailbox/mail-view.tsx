"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";

type ViewedMail = { html: string; text: string; headers: readonly { name: string; value: string }[] };

/** One mail as it would arrive. The HTML runs in a sandbox: no scripts, no forms, none of this page's rights. */
export function MailView({ mail, subject }: { mail: ViewedMail; subject: string }) {
  const t = useTranslations("mailbox");
  return (
    <Tabs
      label={t("mail")}
      tabs={[
        {
          value: "html",
          label: t("html"),
          content: (
            <iframe
              title={subject || t("noSubject")}
              sandbox=""
              srcDoc={mail.html}
              className="h-[70dvh] min-h-96 w-full rounded-xl border border-line bg-white"
            />
          ),
        },
        { value: "text", label: t("text"), content: <Plain>{mail.text}</Plain> },
        {
          value: "headers",
          label: t("headers"),
          content: <Plain>{mail.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}</Plain>,
        },
      ]}
    />
  );
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <pre
      dir="auto"
      className="overflow-x-auto whitespace-pre-wrap break-words rounded-xl border border-line bg-surface p-5 font-mono text-[0.8125rem]"
    >
      {children}
    </pre>
  );
}
