/** How proxy.ts tells the frame of a page which address is asked for. What a client sends under this name is dropped. */
export const REQUEST_PLACE_HEADER = "x-portal-place";
