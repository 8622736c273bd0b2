import { settingStates } from "@/lib/platform/env";
import { bad, good } from "./line";
import type { Line } from "./schema";

/** Every variable of lib/platform/env.ts, one line each. The server itself does not start while one of them is bad. */
export function checkSettings(): Line[] {
  return settingStates().map(({ name, isSet, problem }) => {
    if (problem === null) return good("setting", isSet ? "settingSet" : "settingUnset", { name });
    return bad("setting", "settingBad", { name, problem });
  });
}
