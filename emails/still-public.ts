import type { Letter } from "./letter";
import type { Line } from "./line";
import type { Say } from "./say";
import { fitSubject } from "./subject";

/** Sites that anyone can still read though no permission says so. `everySite`: `anonymous` is a Super User. */
export type StillPublic = { count: number; everySite: boolean };

type Cause = { what: "locked" | "paused" | "private"; who: string | null; removed: number };

/**
 * The letter about what was made private, where sites stay readable for anyone all the same: then that is its news, and
 * nothing in it says that strangers cannot read them. The letter itself where none do.
 */
export function unlessStillPublic(
  letter: Letter,
  stillPublic: StillPublic | undefined,
  { what, who, removed }: Cause,
  say: Say,
): Letter {
  if (stillPublic === undefined) return letter;
  const { count, everySite } = stillPublic;
  const values = { every: everySite ? "yes" : "no", count };
  const command = { what, by: who === null ? "app" : "person", who: { outside: who ?? "" }, removed };
  return {
    ...letter,
    subject: fitSubject((_, on) => say.text("stillPublic.subject", { ...values, host: on }), "", letter.host, say),
    tone: "outside",
    label: say.text("stillPublic.label"),
    headline: say.line("stillPublic.headline", values),
    lead: [say.line("stillPublic.why", values), say.line("stillPublic.done", command)],
    blocks: [
      ...letter.blocks.flatMap((block) => {
        if (block.type === "list" || block.type === "steps") return [];
        return [
          block.type === "sites" ? { ...block, title: say.text("stillPublic.sites", { count: removed }) } : block,
        ];
      }),
      { type: "steps", title: say.text("watched.toDo"), items: steps(everySite, say) },
    ],
  };
}

function steps(everySite: boolean, say: Say): Line[] {
  const keys = everySite
    ? (["offline", "setBack", "brokenInto"] as const).map((key) => `findings.anonymousSuperUser.steps.${key}` as const)
    : (["stillPublic.find"] as const);
  return keys.map((key) => say.line(key));
}
