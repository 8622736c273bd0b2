"use client";

import { MessagePage } from "@/components/layout/message-page";
import { buttonStyles } from "@/components/ui/button";
import "./globals.css";

/** Made when the portal is built, so its scripts carry no nonce and do not run: it works without. */
export default function PortalError() {
  return (
    <html lang="en">
      <body>
        <title>The portal could not be shown · Public Access for Matomo</title>
        <MessagePage title="The portal could not be shown">
          <p>
            Something went wrong, so the portal cannot tell right now which sites are public. Some may well be. The
            details are in the portal's log.
          </p>
          <a href="/" className={buttonStyles({ variant: "primary" })}>
            Try again
          </a>
        </MessagePage>
      </body>
    </html>
  );
}
