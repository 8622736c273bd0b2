"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <MessagePage title="This page could not be shown">
      <p>
        Something went wrong in the portal, so it cannot tell right now which sites are public. Some may well be. The
        details are in the portal's log.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </MessagePage>
  );
}
