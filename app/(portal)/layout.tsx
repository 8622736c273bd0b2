import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signInPath } from "@/components/auth/sign-in-path";
import { Shell } from "@/components/layout/shell";
import { currentSuperUser } from "@/lib/auth/require-super-user";
import { mailboxDir } from "@/lib/messaging/mail/mailbox";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { requestTheme } from "@/lib/platform/languages/request-theme";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";
import { REQUEST_PLACE_HEADER } from "@/lib/platform/web/request-place";

/** The frame. Each page checks for itself who asks, since a layout is not rendered again at every step. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const login = await currentSuperUser().then(({ login }) => login, signInFirst);
  return (
    <Shell login={login} mailbox={mailboxDir() !== null} theme={await requestTheme()}>
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
