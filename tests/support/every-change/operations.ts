import fc from "fast-check";
import type { CommitFault } from "@/tests/support/commit-proxy";
import { type Behaviour, behaviours } from "./provider";

/** Three sites and three people are enough for every order of events. */
export const SITES = 3;

export type Operation =
  | { do: "grant" | "revoke"; by: 0 | 1; sites: readonly number[]; dies: boolean }
  | { do: "outside-grant" | "outside-revoke" | "worsen"; site: number }
  /** Matomo's bulk change, in which a watch falls after so many rows */
  | { do: "regrant"; sites: readonly number[]; locks: boolean; watchAfter: number }
  | { do: "promote-or-demote" }
  /** `stale`: a run that lost its lease on the way */
  | { do: "watch"; times: 1 | 2; stale: boolean }
  | { do: "deliver"; times: 1 | 2; provider: readonly Behaviour[] }
  | { do: "wait"; seconds: number }
  /** what the first COMMIT of the next change, watch or delivery meets */
  | { do: "break-commit"; fault: CommitFault }
  | { do: "back-up" }
  /** `begins`: the operator says so (`bin/public-access restored`) */
  | { do: "restore"; begins: boolean };

const site = fc.integer({ min: 0, max: SITES - 1 });
/** The first person is the busier one, so that some of what they do within a minute is folded. */
const by = fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const);
const times = fc.constantFrom(1 as const, 1 as const, 2 as const);
const sites = fc.uniqueArray(site, { minLength: 1, maxLength: SITES });
const rarely = fc.integer({ min: 0, max: 5 }).map((dice) => dice === 5);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("grant" as const), by, sites, dies: rarely }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("revoke" as const), by, sites, dies: rarely }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("outside-grant" as const, "outside-revoke", "worsen"), site }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("regrant" as const),
      sites,
      locks: fc.boolean(),
      watchAfter: fc.integer({ min: 0, max: SITES }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "promote-or-demote" as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("watch" as const), times, stale: rarely }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      times,
      provider: fc.array(fc.constantFrom(...behaviours), { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("break-commit" as const),
      fault: fc.constantFrom("commit-lost" as const, "answer-lost" as const, "conflict" as const),
    }),
  },
  // A clock that is set back, that ticks, that leaves the minute of a digest, that jumps.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      seconds: fc.constantFrom(-7200, -1, 1, 30, 61, 600, 3600),
    }),
  },
);

/** Stories in which the portal's tables are put back to what they were, in the middle of everything. */
const restore: fc.Arbitrary<Operation[]> = fc
  .tuple(
    fc.array(operation, { maxLength: 3 }),
    fc.array(operation, { minLength: 1, maxLength: 4 }),
    fc.array(operation, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([before, lost, after, begins]) => [...before, { do: "back-up" }, ...lost, { do: "restore", begins }, ...after]);

/** Few enough that no mail runs out of tries and no provider forgets a key. */
export const story = fc.oneof(
  { weight: 5, arbitrary: fc.array(operation, { minLength: 3, maxLength: 9 }) },
  { weight: 1, arbitrary: restore },
);
