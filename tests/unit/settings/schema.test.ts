import { describe, expect, it } from "vitest";
import { setReminderCadenceSchema } from "@/lib/settings/schema";

describe("the cadence of reminders", () => {
  it.each(["weekly", "monthly"])("may be %s", (cadence) => {
    expect(setReminderCadenceSchema.parse({ cadence })).toEqual({ cadence });
  });

  it.each(["off", "never", "yearly", "daily", "", "Weekly", "weekly ", null, undefined, 0, false, ["weekly"]])(
    "can be neither switched off nor slowed below monthly: %j is refused",
    (cadence) => {
      expect(setReminderCadenceSchema.safeParse({ cadence }).error?.issues).toMatchObject([
        { path: ["cadence"], message: "Choose weekly or monthly." },
      ]);
    },
  );
});
