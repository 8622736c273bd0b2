/** One alert that every one of `to` must get exactly once: its kind, and how many sites it is about. */
export type Expected = { kind: string; total: number; to: readonly string[] };

type Who = readonly string[];

/**
 * What Super Users must hear, worked out from what happened alone. `actual` is what Matomo's access table says,
 * `heard` is what the portal has told of.
 */
export class Model {
  readonly expected: Expected[] = [];
  readonly actual = new Set<number>();
  readonly writable = new Set<number>();
  superUsers: Set<string>;
  #heard: Set<number> | null = null;
  readonly #heardWritable = new Set<number>();
  #heardRoster: Set<string> | null = null;

  constructor(superUsers: Who) {
    this.superUsers = new Set(superUsers);
  }

  /** @returns puts back what the portal knows now, as a restore does; what is so in Matomo stays */
  remember(): () => void {
    const heard = copyOf(this.#heard);
    const roster = copyOf(this.#heardRoster);
    const writable = [...this.#heardWritable];
    return () => {
      this.#heard = copyOf(heard);
      this.#heardRoster = copyOf(roster);
      this.#heardWritable.clear();
      for (const site of writable) this.#heardWritable.add(site);
    };
  }

  outsideGrant(site: number): void {
    this.actual.add(site);
  }

  outsideRevoke(site: number): void {
    this.actual.delete(site);
    this.writable.delete(site);
  }

  /** Somebody made the row of a public site worse than view. */
  worsen(site: number): void {
    if (this.actual.has(site)) this.writable.add(site);
  }

  grant(sites: readonly number[]): void {
    const heard = this.#catchUp();
    const fresh = sites.filter((site) => !this.actual.has(site));
    if (fresh.length === 0) return;
    this.#tell(
      "private-outside",
      fresh.filter((site) => heard.delete(site)),
    );
    for (const site of fresh) {
      this.actual.add(site);
      heard.add(site);
    }
    this.#tell("made-public", fresh);
  }

  revoke(sites: readonly number[]): void {
    const heard = this.#catchUp();
    const open = sites.filter((site) => this.actual.has(site));
    const appeared = open.filter((site) => !heard.has(site));
    const vanished = sites.filter((site) => heard.has(site) && !this.actual.has(site));
    this.#tell("public-outside", appeared);
    this.#tell("private-outside", vanished);
    this.#tell("made-private", open);
    for (const site of sites) {
      heard.delete(site);
      this.outsideRevoke(site);
      this.#heardWritable.delete(site);
    }
  }

  watch(): void {
    const heard = this.#catchUp();
    const appeared = [...this.actual].filter((site) => !heard.has(site));
    const vanished = [...heard].filter((site) => !this.actual.has(site));
    this.#tell("public-outside", appeared);
    this.#tell("private-outside", vanished);
    for (const site of appeared) heard.add(site);
    for (const site of vanished) heard.delete(site);
    this.#tell(
      "finding",
      [...this.writable].filter((site) => !this.#heardWritable.has(site)),
    );
    this.#heardWritable.clear();
    for (const site of this.writable) this.#heardWritable.add(site);
  }

  /** What every write of the portal begins with: a roster that changed, and the baseline the first time. */
  #catchUp(): Set<number> {
    const before = this.#heardRoster;
    const changed = before !== null && !sameMembers(before, this.superUsers);
    if (changed) this.#tell("roster-changed", [], [...new Set([...before, ...this.superUsers])]);
    this.#heardRoster = new Set(this.superUsers);
    if (this.#heard === null) {
      this.#heard = new Set(this.actual);
      this.#tell("baseline", [...this.actual]);
    }
    return this.#heard;
  }

  #tell(kind: string, sites: readonly number[], to: Who = [...this.superUsers]): void {
    if (sites.length > 0 || kind === "roster-changed") this.expected.push({ kind, total: sites.length, to });
  }
}

function copyOf<T>(set: ReadonlySet<T> | null): Set<T> | null {
  return set && new Set(set);
}

function sameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}
