"use client";

import { later } from "./later";

/** Where `toast` of sonner appears: a message that is earlier waits for it. */
export const Toaster = later(() => import("./toasts"));
