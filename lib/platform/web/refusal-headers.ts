/** How proxy.ts tells the route that answers for it what was refused. What a client sends under these names is dropped. */
export const REFUSAL_HEADER = "x-portal-refusal";
export const REFUSED_PATH_HEADER = "x-portal-refused-path";
