import { asksForProof } from "@/components/auth/asks-for-proof";
import type { Viewer } from "@/lib/auth/schema";
import type { Refusal } from "@/lib/result";
import { endFieldFor } from "./end-form-schema";
import type { PublishForm } from "./publish-form-schema";

/** Where a refusal is shown: at its field, or above the form. */
export type Placed =
  | { at: "field"; field: keyof PublishForm; message: string }
  | { at: "form"; message: string; goneSiteIds: readonly number[]; sessionEnded: boolean };

/**
 * Finds the place for what the server refused. `end` is what was chosen, so that a date lands where it was typed;
 * `provesBy` says whether there is a password field.
 */
export function placeRefusal(refusal: Refusal, end: PublishForm["end"], provesBy: Viewer["provesBy"]): Placed {
  if (asksForProof(refusal.code) && provesBy !== "single-sign-on")
    return { at: "field", field: "password", message: refusal.message };
  const { reason, endsOn, typedCount } = refusal.fields;
  if (reason) return { at: "field", field: "reason", message: reason };
  if (endsOn) return { at: "field", field: endFieldFor(end), message: endsOn };
  if (typedCount) return { at: "field", field: "typedCount", message: typedCount };
  return {
    at: "form",
    message: (refusal.code === "invalid_input" && refusal.fields.siteIds) || refusal.message,
    goneSiteIds: refusal.code === "unknown_sites" ? refusal.siteIds : [],
    sessionEnded: refusal.code === "session_ended",
  };
}
