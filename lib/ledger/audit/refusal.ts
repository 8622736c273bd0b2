import { networkIn } from "@/lib/platform/ip-address";
import type { UnmailedFacts } from "./event-terms";
import type { EventOf, Origin } from "./schema";

type RefusalType = "sign-in.refused" | "action.refused" | "request.refused" | "cron.refused" | "webhook.refused";
type RefusalFacts = EventOf<RefusalType>;

/** Somebody was refused something: a visitor, or a Super User with an open session. */
export type Refusal = {
  actor: { type: "visitor" } | { type: "superUser"; login: string };
  origin: Origin;
  at: Date;
  facts: RefusalFacts;
};

/** Networks that are told apart, and logins that are named, in one event: a flood must not fill the memory either. */
const MOST_NETWORKS = 10_000;
const MOST_LOGINS = 10;

/** Refusals of one kind and of one Super User, or of visitors: what becomes one event. */
export class CountedRefusals {
  #times = 1;
  readonly #networks = new Set<string>();
  readonly #logins = new Map<string, number>();

  constructor(readonly first: Refusal) {
    this.#note(first);
  }

  add(refusal: Refusal): void {
    this.#times += 1;
    this.#note(refusal);
  }

  /** Takes over what was counted after it. */
  absorb(later: CountedRefusals): void {
    this.#times += later.#times;
    for (const network of later.#networks) if (this.#networks.size < MOST_NETWORKS) this.#networks.add(network);
    for (const [login, times] of later.#logins) this.#noteLogin(login, times);
  }

  /** The event that tells of all of them: itself, where there is only one. */
  event(at: Date): Pick<Refusal, "actor" | "origin" | "at"> & { facts: UnmailedFacts } {
    const { actor, origin, facts } = this.first;
    if (this.#times === 1) return this.first;
    const isOneClient = this.#networks.size === 1;
    return {
      actor,
      origin: isOneClient ? origin : { ip: null, userAgent: null, sessionRef: null },
      at,
      facts: {
        type: "refusals.counted",
        kind: facts.type,
        times: this.#times,
        networks: this.#networks.size,
        since: this.first.at.toISOString(),
        logins: [...this.#logins].map(([login, times]) => ({ login, times })),
      },
    };
  }

  #note({ origin: { ip }, facts }: Refusal): void {
    if (this.#networks.size < MOST_NETWORKS) this.#networks.add(networkIn(ip) ?? "unknown");
    if (facts.type === "sign-in.refused" && facts.login !== null) this.#noteLogin(facts.login, 1);
  }

  #noteLogin(login: string, times: number): void {
    if (this.#logins.size >= MOST_LOGINS && !this.#logins.has(login)) return;
    this.#logins.set(login, (this.#logins.get(login) ?? 0) + times);
  }
}
