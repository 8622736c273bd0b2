import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";

/** So many addresses can be notified besides the Super Users. */
export const EXTRA_RECIPIENTS_MAX = 10;

/** How often everybody is reminded. */
export const cadences = ["weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

/** How often one person is reminded: as everybody, or every month. */
export const ownPaces = ["as-everybody", "monthly"] as const;
export type OwnPace = (typeof ownPaces)[number];

/** Sites that nobody confirmed for this many periods become private; "off" keeps them public. */
const unconfirmedRules = ["off", "1", "2", "3", "6", "12"] as const;
export type UnconfirmedRule = (typeof unconfirmedRules)[number];

type Declared = {
  /** where portal_setting keeps it */
  storedAs: string;
  /** what it is while nothing is stored, or nothing that is understood: the safer value */
  unset: string;
  /** its values; without them it is typed text */
  oneOf?: readonly string[];
  /** the most characters of a typed one, as people count them */
  max?: number;
  /** whether `to` protects less than `from`, so that it takes a step-up; without it no value is weaker */
  isWeaker?: (from: string, to: string) => boolean;
  /** not saved with the others: it has a command of its own */
  isApart?: true;
};

/**
 * Every setting that a Super User can change, by the name that log, mails and words use. Store, command, proof, log,
 * mail and form follow from its line; its words stand in `setting.of`. Without those, or without its control in
 * components/settings/rules-form.tsx, it does not compile.
 */
export const SETTINGS = {
  /** whether publishing takes a second factor; Matomo's own demand is not looked at here */
  "second-factor": {
    storedAs: "publishing.second-factor",
    ...choice(["optional", "required"], "optional"),
    isWeaker: (_, to) => to === "optional",
  },
  "unconfirmed-rule": {
    storedAs: "reviews.unconfirmed",
    ...choice(unconfirmedRules, "off"),
    isWeaker: (from, to) => periodsOf(to) > periodsOf(from),
  },
  "reminder-cadence": {
    storedAs: "reminders.cadence",
    ...choice(cadences, "weekly"),
    isWeaker: (_, to) => to === "monthly",
  },
  /** a list, which lib/messaging/alerts/extra-recipients.ts reads */
  "extra-recipients": { storedAs: "alerts.extra-recipients", unset: "", isApart: true },
} as const satisfies Record<string, Declared>;

export type SettingName = keyof typeof SETTINGS;
type NamesWith<K> = { [S in SettingName]: (typeof SETTINGS)[S] extends K ? S : never }[SettingName];
/** Those that are one of a few values. */
export type ChoiceName = NamesWith<{ oneOf: readonly string[] }>;
/** Those that are saved together. */
export type SavedName = Exclude<SettingName, NamesWith<{ isApart: true }>>;

/** What is stored of a setting. */
export type SettingValue<S extends SettingName> = (typeof SETTINGS)[S] extends {
  oneOf: readonly (infer V extends string)[];
}
  ? V
  : TypedText;
export type SettingValues = { [S in SavedName]: SettingValue<S> };

function choice<const V extends string>(oneOf: readonly V[], unset: NoInfer<V>) {
  return { oneOf, unset };
}

function periodsOf(rule: string): number {
  return rule === "off" ? Number.POSITIVE_INFINITY : Number(rule);
}

/** In the order in which they are declared. */
export const settingNames = Object.keys(SETTINGS).filter(isSetting);
export const savedNames = settingNames.filter(isSaved);

/** What a proof for new values of these settings is bound to in the place of sites: which settings they are. */
export function settingNumbers(named: readonly string[]): number[] {
  return settingNames.flatMap((name, at) => (named.includes(name) ? [at + 1] : []));
}

/** Whether this version has a setting of this name. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function isSaved(setting: SettingName): setting is SavedName {
  return !("isApart" in SETTINGS[setting]);
}

/** Whether it is one of a few values, and not typed. */
export function isChoice(setting: SettingName): setting is ChoiceName {
  return "oneOf" in SETTINGS[setting];
}

/** Whether a value protects less than another one, so that it takes a step-up. */
export function isWeaker(setting: SettingName, from: SettingText, to: SettingText): boolean {
  const declared: Declared = SETTINGS[setting];
  return from !== to && (declared.isWeaker?.(plainValue(from), plainValue(to)) ?? false);
}

type SettingText = string | TypedText;

/** What the store, the log and a mail keep of a value. */
export function plainValue(value: SettingText): string {
  return typeof value === "string" ? value : charactersOf(value);
}
