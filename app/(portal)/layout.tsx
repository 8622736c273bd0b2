import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signInPath } from "@/components/auth/sign-in-path";
import { BlockButton } from "@/components/block/block-button";
import { Shell } from "@/components/layout/shell";
import { instanceZone } from "@/lib/auth/language/instance-zone";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { currentSuperUser, viewerOf } from "@/lib/auth/require-super-user";
import { isBlocked } from "@/lib/domain/public-access/block-view";
import { mailboxDir } from "@/lib/messaging/mail/mailbox";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { requestTheme } from "@/lib/platform/languages/request-theme";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";
import { REQUEST_PLACE_HEADER } from "@/lib/platform/web/request-place";

/** The frame. Each page checks for itself who asks, since a layout is not rendered again at every step. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentSuperUser().then(viewerOf, signInFirst);
  return (
    <Shell
      login={viewer?.login ?? null}
      mailbox={mailboxDir() !== null}
      block={viewer && <BlockButton viewer={viewer} isBlocked={await isBlocked().catch(() => false)} />}
      theme={await requestTheme()}
      zone={await instanceZone()}
      t={await serverTranslator("layout")}
    >
      {children}
    </Shell>
  );
}

/**
 * Sends somebody without a session to sign in before the answer has begun: while its page is still being read, its
 * status is settled already. Gives null when it cannot be known who asks; the page says why.
 */
async function signInFirst(error: unknown): Promise<null> {
  if (!(error instanceof AppError) || error.code !== "session_ended") return null;
  redirect(signInPath(ownPath((await headers()).get(REQUEST_PLACE_HEADER), env().NEXTAUTH_URL) ?? FIRST_PAGE));
}
