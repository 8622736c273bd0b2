import { describe, expect, it } from "vitest";
import { setReminderCadenceSchema, setSecondFactorRuleSchema } from "@/lib/domain/settings/schema";

describe("the cadence of reminders", () => {
  it.each(["weekly", "monthly"])("may be %s", (cadence) => {
    expect(setReminderCadenceSchema.parse({ cadence })).toEqual({ cadence });
  });

  it.each(["off", "never", "yearly", "daily", "", "Weekly", "weekly ", null, undefined, 0, false, ["weekly"]])(
    "can be neither switched off nor slowed below monthly: %j is refused",
    (cadence) => {
      expect(setReminderCadenceSchema.safeParse({ cadence }).error?.issues).toMatchObject([
        { path: ["cadence"], message: "chooseOne" },
      ]);
    },
  );
});

describe("the rule that publishing takes a second factor", () => {
  it.each([true, false])("is in force or not: %j", (required) => {
    expect(setSecondFactorRuleSchema.parse({ required })).toEqual({ required });
  });

  it.each(["true", "false", "", 0, 1, null, undefined, [false]])("is nothing else: %j is refused", (required) => {
    expect(setSecondFactorRuleSchema.safeParse({ required }).error?.issues).toMatchObject([
      { path: ["required"], message: "chooseOne" },
    ]);
  });
});
