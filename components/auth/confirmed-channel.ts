/** Over this channel the window of the provider tells the portal's window how it ended. Same origin only. */
export const CONFIRMED_CHANNEL = "public-access.confirmed";
