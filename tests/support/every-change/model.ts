/** One alert that every one of `to` must get exactly once: its kind, and how many sites it is about. */
type Expected = { kind: string; total: number; to: readonly string[] };

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
  readonly #announcedWritable = new Set<number>();
  /** heard as public and not seen by a watch: when that was first */
  readonly #missing = new Map<number, number>();
  #announcedRoster: Set<string> | null = null;

  constructor(superUsers: Who) {
    this.superUsers = new Set(superUsers);
  }

  /** @returns puts back what the portal knows now, as a restore does; what is so in Matomo stays */
  remember(): () => void {
    const heard = copyOf(this.#heard);
    const roster = copyOf(this.#announcedRoster);
    const writable = [...this.#announcedWritable];
    const missing = [...this.#missing];
    return () => {
      this.#heard = copyOf(heard);
      this.#announcedRoster = copyOf(roster);
      this.#announcedWritable.clear();
      for (const site of writable) this.#announcedWritable.add(site);
      this.#missing.clear();
      for (const [site, since] of missing) this.#missing.set(site, since);
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
    for (const site of fresh) {
      this.#forget(site);
      this.actual.add(site);
      heard.add(site);
    }
    this.#tell("made-public", fresh);
  }

  revoke(sites: readonly number[]): void {
    const heard = this.#catchUp();
    const appeared = sites.filter((site) => this.actual.has(site) && !heard.has(site));
    this.#tell("public-outside", appeared);
    this.#tell(
      "made-private",
      sites.filter((site) => this.actual.has(site) || heard.has(site)),
    );
    for (const site of sites) {
      this.outsideRevoke(site);
      this.#forget(site);
    }
  }

  /** The portal's tables went back, and with them what it has told of. */
  logWentBack(): void {
    this.expected.push({ kind: "log-went-back", total: this.actual.size, to: [...this.superUsers] });
  }

  /** @param matomo.holdsLock nothing is believed to be gone while Matomo changes permissions */
  watch(at: number, matomo: { holdsLock: boolean } = { holdsLock: false }): void {
    const heard = this.#catchUp();
    const appeared = [...this.actual].filter((site) => !heard.has(site));
    for (const site of this.actual) this.#missing.delete(site);
    const vanished = [...heard].filter((site) => !this.actual.has(site) && this.#isGone(site, at, matomo));
    this.#tell("public-outside", appeared);
    this.#tell("private-outside", vanished);
    for (const site of appeared) heard.add(site);
    for (const site of vanished) this.#forget(site);
    // What is wrong with a site that became public is said with that.
    const found = [...this.writable].filter((site) => !this.#announcedWritable.has(site));
    const isNew = (site: number) => appeared.includes(site);
    this.#tell("finding", found.filter(isNew));
    this.#tell(
      "finding",
      found.filter((site) => !isNew(site)),
    );
    // Of a site that may be away for a moment only, what is wrong with it is not over either.
    for (const site of this.actual) this.#announcedWritable.delete(site);
    for (const site of this.writable) this.#announcedWritable.add(site);
  }

  /** Missed by a watch now and by one a minute ago or more. */
  #isGone(site: number, at: number, { holdsLock }: { holdsLock: boolean }): boolean {
    const since = this.#missing.get(site);
    if (since === undefined || since > at) this.#missing.set(site, at);
    return since !== undefined && at - since >= (holdsLock ? 60 : 1) * 60_000;
  }

  #forget(site: number): void {
    this.#heard?.delete(site);
    this.#announcedWritable.delete(site);
    this.#missing.delete(site);
  }

  /** What every write of the portal begins with: a roster that changed, and the baseline the first time. */
  #catchUp(): Set<number> {
    const before = this.#announcedRoster;
    const changed = before !== null && !sameMembers(before, this.superUsers);
    if (changed) this.#tell("roster-changed", [], [...new Set([...before, ...this.superUsers])]);
    this.#announcedRoster = new Set(this.superUsers);
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
