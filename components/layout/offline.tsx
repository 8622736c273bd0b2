"use client";

import { later } from "@/components/ui/later";

/** What is said and held back while nothing can be reached: loaded before that, and after the page. */
export const Offline = later(() => import("./offline-banner"));
