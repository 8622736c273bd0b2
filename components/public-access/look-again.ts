/** How often an open page reads again what is public and what was found. */
export const LOOK_AGAIN_MS = 60_000;
