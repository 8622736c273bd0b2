import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/layout/query-provider";
import { Toaster } from "@/components/ui/toaster";
import { requestLanguage } from "@/lib/languages/request-language";
import { requestTheme } from "@/lib/languages/request-theme";
import { messagesIn } from "@/messages/catalogue";
import { PageWords } from "./page-words";
import "./globals.css";

/** Every page depends on who asks and on Matomo's tables as they are now. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Public Access for Matomo", template: "%s · Public Access for Matomo" },
  description: "Which Matomo sites anyone can read without a login, since when, and who answers for it.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f8fa" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1116" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await requestLanguage();
  const theme = await requestTheme();
  return (
    <html
      lang={language}
      dir={messagesIn(language).language.direction}
      data-theme={theme === "system" ? undefined : theme}
      className={GeistSans.variable}
    >
      <body>
        <PageWords rooms={[]}>
          <NuqsAdapter>
            <QueryProvider>{children}</QueryProvider>
          </NuqsAdapter>
          <Toaster />
        </PageWords>
      </body>
    </html>
  );
}
