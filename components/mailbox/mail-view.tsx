"use client";

import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";

export type ViewedMail = { html: string; text: string; headers: readonly { name: string; value: string }[] };

/** One mail as it would arrive. The HTML runs in a sandbox: no scripts, no forms, none of this page's rights. */
export function MailView({ mail, subject }: { mail: ViewedMail; subject: string }) {
  return (
    <Tabs
      label="Parts of the mail"
      tabs={[
        {
          value: "html",
          label: "HTML",
          content: (
            <iframe
              title={`The mail “${subject}” as HTML`}
              sandbox=""
              srcDoc={mail.html}
              className="h-[70dvh] min-h-96 w-full rounded-xl border border-line bg-white"
            />
          ),
        },
        { value: "text", label: "Text", content: <Plain>{mail.text}</Plain> },
        {
          value: "headers",
          label: "Headers",
          content: <Plain>{mail.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}</Plain>,
        },
      ]}
    />
  );
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <pre className="overflow-x-auto whitespace-pre-wrap break-words rounded-xl border border-line bg-surface p-5 font-mono text-[0.8125rem]">
      {children}
    </pre>
  );
}
