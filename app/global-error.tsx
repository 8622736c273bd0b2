"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

export default function PortalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>The portal could not be shown · Public Access for Matomo</title>
        <MessagePage title="The portal could not be shown">
          <p>
            Something went wrong, so the portal cannot tell right now which sites are public. Some may well be. The
            details are in the portal's log.
          </p>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        </MessagePage>
      </body>
    </html>
  );
}
