/** So many addresses can be told besides the Super Users. */
export const EXTRA_RECIPIENTS_MAX = 10;

/** How often everybody is reminded. */
export const cadences = ["weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

/** How often one person is reminded: as everybody, or every month. */
export const ownPaces = ["as-everybody", "monthly"] as const;
export type OwnPace = (typeof ownPaces)[number];

/** Whether publishing takes a second factor, or whoever has none may publish too. */
export const secondFactorChoices = ["optional", "required"] as const;
export type SecondFactorChoice = (typeof secondFactorChoices)[number];

/** The rule as it stands: the portal's own choice, and whether Matomo demands a second factor of everybody anyway. */
export type SecondFactorRule = { choice: SecondFactorChoice; demandedByMatomo: boolean };

/** Sites that nobody confirmed for this many periods become private; "off" keeps them public. */
export const unconfirmedRules = ["off", "1", "2", "3", "6", "12"] as const;
export type UnconfirmedRule = (typeof unconfirmedRules)[number];
