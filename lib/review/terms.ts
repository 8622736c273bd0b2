/** Sites that nobody confirmed for this many periods become private; "off" keeps them public. */
export const unconfirmedRules = ["off", "1", "2", "3", "6", "12"] as const;
export type UnconfirmedRule = (typeof unconfirmedRules)[number];
