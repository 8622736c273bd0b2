import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { currentSuperUser } from "@/lib/auth/page-guard";
import { mailboxDir } from "@/lib/mail/mailbox";

/** The frame only. Each page checks for itself who asks, since a layout is not rendered again at every step. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const login = await currentSuperUser().then(
    (superUser) => superUser.login,
    () => null,
  );
  return (
    <Shell login={login} mailbox={mailboxDir() !== null}>
      {children}
    </Shell>
  );
}
