/** How many may be at the same work: at once, waiting for it, and of one caller both together. */
export type LaneBounds = { atOnce: number; waiting: number; perCaller: number };

/** Gives a place back. Harmless when called again. */
type Leave = () => void;

/**
 * Work that only so many may be at together. The others wait in the order in which they came, and whoever finds too many
 * waiting is sent away at once, before anything was done for them.
 */
export class Lane {
  #inside = 0;
  readonly #queue = new Set<() => void>();
  readonly #perCaller = new Map<string, number>();

  constructor(readonly bounds: LaneBounds) {}

  /**
   * @param gone aborts when the caller does not wait any more; the place in the queue is free then
   * @returns null for whoever is sent away; else a promise of a place, which is null when the caller was gone before
   */
  enter(caller: string, gone?: AbortSignal): Promise<Leave | null> | null {
    const { atOnce, waiting, perCaller } = this.bounds;
    const own = this.#perCaller.get(caller) ?? 0;
    const mustWait = this.#inside >= atOnce;
    if (own >= perCaller || (mustWait && this.#queue.size >= waiting)) return null;
    this.#perCaller.set(caller, own + 1);
    if (!mustWait) return Promise.resolve(this.#take(caller));
    return new Promise((resolve) => {
      const go = () => resolve(this.#take(caller));
      this.#queue.add(go);
      gone?.addEventListener("abort", () => {
        if (!this.#queue.delete(go)) return;
        this.#forget(caller);
        resolve(null);
      });
    });
  }

  #take(caller: string): Leave {
    this.#inside += 1;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#inside -= 1;
      this.#forget(caller);
      const [next] = this.#queue;
      if (next === undefined) return;
      this.#queue.delete(next);
      next();
    };
  }

  #forget(caller: string): void {
    const left = (this.#perCaller.get(caller) ?? 0) - 1;
    if (left > 0) this.#perCaller.set(caller, left);
    else this.#perCaller.delete(caller);
  }
}
