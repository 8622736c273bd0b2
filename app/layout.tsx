import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/components/layout/messages-provider";
import { Toaster } from "@/components/ui/toaster";
import { instanceZone } from "@/lib/auth/language/instance-zone";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { messagesScript } from "@/lib/platform/languages/messages-script";
import { requestTheme } from "@/lib/platform/languages/request-theme";
import { messagesIn } from "@/messages/catalogue";
import "./globals.css";

/** Every page depends on who asks and on Matomo's tables as they are now. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await serverTranslator("layout");
  return {
    title: { default: "Public Access for Matomo", template: "%s · Public Access for Matomo" },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

/** What is around the page in the browser; the page's own colours are in globals.css. */
const AROUND = { light: "#f7f8fa", dark: "#0f1116" };

export async function generateViewport(): Promise<Viewport> {
  const theme = await requestTheme();
  if (theme !== "system") return { colorScheme: theme, themeColor: AROUND[theme] };
  return {
    colorScheme: "light dark",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: AROUND.light },
      { media: "(prefers-color-scheme: dark)", color: AROUND.dark },
    ],
  };
}

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
      <head>
        {/* Before all that a page begins with in the browser, which needs the words at once. */}
        <script
          src={`/api/messages/${messagesScript(language)?.file}`}
          nonce={await nonce()}
          suppressHydrationWarning
        />
      </head>
      <body>
        <MessagesProvider language={language} timeZone={await instanceZone()}>
          {children}
          <Toaster />
        </MessagesProvider>
      </body>
    </html>
  );
}

/** What proxy.ts lets scripts of this page run by. */
async function nonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}
