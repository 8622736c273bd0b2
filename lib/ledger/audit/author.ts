import { type Actor, type JobName, NO_ORIGIN, type Origin } from "./schema";

/** Somebody who may use this login; `isSignedIn: false`: who knows its password and is not signed in. */
export type Person = { login: string; origin: Origin; isSignedIn?: false };
/** Who did it. Without a login: somebody of whom nothing else is known. */
export type By = Person | JobName | { login: null; origin: Origin };

/** Who did it, as an event keeps it. */
export function authorship(by: By): { actor: Actor; origin: Origin } {
  if (typeof by === "string") return { actor: { type: "system", job: by }, origin: NO_ORIGIN };
  if (by.login === null || by.isSignedIn === false) return { actor: { type: "visitor" }, origin: by.origin };
  return { actor: { type: "superUser", login: by.login }, origin: by.origin };
}
