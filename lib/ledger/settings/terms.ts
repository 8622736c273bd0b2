import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";

/** So many addresses can be notified besides the Super Users. */
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

type Declared = {
  /** where portal_setting keeps it */
  storedAs: string;
  /** its values; without them it is what somebody typed */
  oneOf?: readonly string[];
  /** what it is while nothing is stored, or nothing that is understood: the safer value */
  unset: string;
  /** the command that changes it, as the log names it when it is refused */
  command: string;
  /** the step-up that a weaker value takes; without one no value is weaker, and a recent proof does for each */
  stepUp?: string;
};

/**
 * Every setting that a Super User can change, by the name that log, mails and words use. Store, log, mail and step-up
 * follow from it: a name without its words in `activity.settings` and `mails.settingChanged.of` does not compile.
 */
export const SETTINGS = {
  "reminder-cadence": {
    storedAs: "reminders.cadence",
    ...choice(cadences, "weekly"),
    command: "set-cadence",
    stepUp: "weaken-reminders",
  },
  "second-factor": {
    storedAs: "publishing.second-factor",
    // Matomo's own demand is not looked at here.
    ...choice(secondFactorChoices, "optional"),
    command: "set-second-factor-rule",
    stepUp: "weaken-second-factor",
  },
  "unconfirmed-rule": {
    storedAs: "reviews.unconfirmed",
    ...choice(unconfirmedRules, "off"),
    command: "set-unconfirmed-rule",
    stepUp: "weaken-review",
  },
  /** a list, which lib/messaging/alerts/extra-recipients.ts reads */
  "extra-recipients": {
    storedAs: "alerts.extra-recipients",
    unset: "",
    command: "set-extra-recipients",
    stepUp: "set-extra-recipients",
  },
} as const satisfies Record<string, Declared>;

export type SettingName = keyof typeof SETTINGS;
/** What is stored of a setting. */
export type SettingValue<S extends SettingName> = (typeof SETTINGS)[S] extends {
  oneOf: readonly (infer V extends string)[];
}
  ? V
  : TypedText;

function choice<const V extends string>(oneOf: readonly V[], unset: NoInfer<V>) {
  return { oneOf, unset };
}

/** In the order in which they are declared. */
export const settingNames = Object.keys(SETTINGS).filter(isSetting);

/** Whether this version has a setting of this name. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** What the store, the log and a mail keep of a value. */
export function plainValue(value: string | TypedText): string {
  return typeof value === "string" ? value : charactersOf(value);
}

/** The step-ups that weaker values take. */
export const settingStepUps = settingNames.flatMap((name) => {
  const declared = SETTINGS[name];
  return "stepUp" in declared ? [declared.stepUp] : [];
});
