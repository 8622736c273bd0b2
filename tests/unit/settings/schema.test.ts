import { describe, expect, it } from "vitest";
import { saveSettingsSchema, settingSchema } from "@/lib/domain/settings/schema";
import { isChoice, isWeaker, type SavedName, SETTINGS, savedNames } from "@/lib/ledger/settings/terms";

const refusal = (raw: unknown) =>
  saveSettingsSchema.safeParse(raw).error?.issues.map(({ path, message }) => [path.join("."), message]);

/** Its values; of a typed one an example. */
const valuesOf = (setting: SavedName): readonly string[] =>
  isChoice(setting) ? SETTINGS[setting].oneOf : ["", "Typed by anna"];

describe("what is saved together", () => {
  it.each(savedNames)("%s takes each of its values, alone or with others", (setting) => {
    for (const value of valuesOf(setting))
      expect(saveSettingsSchema.parse({ [setting]: value })).toEqual({ [setting]: value });
    const all = Object.fromEntries(savedNames.map((name) => [name, SETTINGS[name].unset]));
    expect(saveSettingsSchema.parse(all)).toEqual(all);
  });

  it.each(
    savedNames
      .filter(isChoice)
      .flatMap((setting) =>
        ["", "never", "Weekly", "weekly ", null, 0, false, ["off"]].map((value) => [setting, value]),
      ),
  )("%s takes nothing else: %j is refused at its name", (setting, value) => {
    expect(refusal({ [String(setting)]: value })).toEqual([[setting, "chooseOne"]]);
  });

  it("is at least one setting, and nothing that is none", () => {
    for (const raw of [
      {},
      { "reminder-cadence": "weekly", "a-setting-of-tomorrow": "1" },
      { "extra-recipients": "[]" },
    ])
      expect(new Set(refusal(raw)?.map(String))).toEqual(new Set([",chooseOne"]));
  });

  it("a typed one has so many characters as it says, as people count them, and no control character", () => {
    const note = settingSchema({ max: 280 });
    expect(note.parse(` ${"🔑".repeat(280)} `)).toBe("🔑".repeat(280));
    expect(note.parse("")).toBe("");
    const refused = (text: string) => note.safeParse(text).error?.issues.map(({ message }) => message);
    expect(refused("🔑".repeat(281))).toEqual(["tooLong 280"]);
    expect(refused("a\u202eb")).toEqual(["plainText"]);
  });
});

describe("a value is weaker", () => {
  const weaker = (setting: SavedName) =>
    valuesOf(setting).flatMap((from) =>
      valuesOf(setting)
        .filter((to) => isWeaker(setting, from, to))
        .map((to) => `${from} > ${to}`),
    );

  it("when reminders come less often", () => expect(weaker("reminder-cadence")).toEqual(["weekly > monthly"]));

  it("when publishing takes no second factor any more", () =>
    expect(weaker("second-factor")).toEqual(["required > optional"]));

  it("when unconfirmed sites stay public for longer, and weakest when they always do", () => {
    expect(weaker("unconfirmed-rule")).toEqual([
      ...["1 > off", "1 > 2", "1 > 3", "1 > 6", "1 > 12", "2 > off", "2 > 3", "2 > 6", "2 > 12"],
      ...["3 > off", "3 > 6", "3 > 12", "6 > off", "6 > 12", "12 > off"],
    ]);
  });
});
