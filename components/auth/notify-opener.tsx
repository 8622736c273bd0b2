"use client";

import { useEffect } from "react";
import type { ConfirmedMessage } from "./confirmed-message";
import { CONFIRMED_CHANNEL } from "./confirmed-message";

/** Tells the window that waits how it ended, and closes this one where the browser lets it. */
export function NotifyOpener({ intent, error }: ConfirmedMessage) {
  useEffect(() => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.postMessage({ intent, error } satisfies ConfirmedMessage);
    channel.close();
    window.close();
  }, [intent, error]);
  return null;
}
