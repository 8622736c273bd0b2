import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { announceRestore } from "@/lib/domain/continuity/announce-restore";
import { guardLog } from "@/lib/domain/continuity/guard-log";
import { grantCommand, revokeCommand } from "@/lib/domain/public-access/commands";
import type { GrantOutcome, RevokeOutcome } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { type MailFacts, mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { batchAlerts } from "@/lib/messaging/alerts/batch-alerts";
import { rendering } from "@/lib/messaging/mail/rendering";
import { deliver } from "@/lib/messaging/outbox/deliver";
import type { OutgoingMail } from "@/lib/messaging/outbox/sender";
import { MINUTE_MS, now, SECOND_MS } from "@/lib/platform/clock";
import type { Outcome } from "@/lib/platform/result";
import { anonymousAccess } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import type { CommitFault } from "@/tests/support/commit-proxy";
import { rawRun, testDb } from "@/tests/support/database";
import { grantInput, type SignedIn } from "@/tests/support/people";
import { regrant } from "@/tests/support/regrant";
import { backUp, putBack } from "./back-up";
import { whileCommitMeets } from "./line";
import { Model } from "./model";
import { open, prove, signInAfresh, THIRD } from "./opening";
import type { Operation } from "./operations";
import { ProcessDied, Provider } from "./provider";

/** Stories repeat each other's mails: the same facts are the same bytes, so they are rendered once. */
const rendered = new Map<string, ReturnType<typeof rendering.render>>();
const quickRendering: typeof rendering = {
  ...rendering,
  render: (facts, language) => {
    const known = rendered.get(`${language} ${facts}`) ?? rendering.render(facts, language);
    rendered.set(`${language} ${facts}`, known);
    return known;
  },
};

const LOST_LEASE = { name: "watch", holder: "somebody who was overtaken" };

/** A portal on its database, a provider, and the model of what must be heard: one run of a story. */
export class World {
  readonly provider = new Provider();
  readonly model = new Model(["anna", "jonas"]);
  #signedInAt = now().getTime();
  #forget = () => {};
  #nextCommit: CommitFault | null = null;
  readonly #queued = new Map<string, MailFacts>();

  static async begin(): Promise<World> {
    freezeClock("2026-10-24T22:30:00Z");
    const { people, sites } = await open();
    // As each process does when it starts.
    await guardLog();
    return new World(people, sites);
  }

  private constructor(
    readonly people: readonly SignedIn[],
    readonly sites: readonly number[],
  ) {}

  /** Does one thing, to the portal and to the model. */
  async perform(operation: Operation): Promise<void> {
    switch (operation.do) {
      case "grant":
      case "revoke":
        return this.#change(operation);
      case "outside-grant":
        return this.#outsideGrant(operation.site);
      case "outside-revoke":
        await rawRun("DELETE FROM `matomo_access` WHERE idsite = ?", [this.#id(operation.site)]);
        return this.model.outsideRevoke(operation.site);
      case "worsen":
        await rawRun("UPDATE `matomo_access` SET access = 'admin' WHERE idsite = ?", [this.#id(operation.site)]);
        return this.model.worsen(operation.site);
      case "regrant":
        return this.#regrant(operation);
      case "promote-or-demote":
        return this.#promoteOrDemote();
      case "watch":
        return this.#watch(operation);
      case "deliver":
        return this.#deliver(operation);
      case "break-commit":
        this.#nextCommit = operation.fault;
        return;
      case "wait":
        return advance(operation.seconds * SECOND_MS);
      case "back-up":
        return this.#backUp();
      case "restore":
        return this.#restore(operation.begins);
    }
  }

  /** Lets the watch look twice, for what is gone, and every mail arrive: nothing fails any more. */
  async settle(): Promise<void> {
    await this.#watchOnce();
    advance(MINUTE_MS);
    await this.#watchOnce();
    await this.#deliverEverything();
    await this.#noteQueued();
  }

  /** A restore forgets mails; what they said is still needed. */
  async #noteQueued(): Promise<void> {
    for (const { identity, message } of await testDb().outboxMail.findMany({ include: { message: true } })) {
      this.#queued.set(identity ?? "", mailFactsSchema.parse(JSON.parse(message.facts)));
    }
  }

  async #deliverEverything(): Promise<void> {
    this.provider.behave([]);
    for (;;) {
      await this.#deliverOnce();
      const waiting = await testDb().outboxMail.findMany({
        where: { state: { in: ["held", "due"] } },
        select: { nextAttemptAt: true, claimedUntil: true },
      });
      if (waiting.length === 0) return;
      const free = waiting.map((mail) => Math.max(mail.nextAttemptAt.getTime(), mail.claimedUntil?.getTime() ?? 0));
      advance(Math.max(SECOND_MS, Math.min(...free) - now().getTime()));
    }
  }

  /** What a mail that the provider took says. */
  factsOf({ idempotencyKey }: OutgoingMail): MailFacts {
    const identity = idempotencyKey.slice(0, idempotencyKey.lastIndexOf("/"));
    const facts = this.#queued.get(identity);
    if (!facts) throw new Error(`a mail that was never in the outbox: ${idempotencyKey}`);
    return facts;
  }

  /** The ids of the sites that the model calls public. */
  publicIds(): number[] {
    return [...this.model.actual].map((site) => this.#id(site)).sort((a, b) => a - b);
  }

  #id(site: number): number {
    return this.sites[site] ?? 0;
  }

  async #change({ do: command, by, sites, dies }: Extract<Operation, { by: 0 | 1 }>): Promise<void> {
    const person = this.people[by];
    if (!person) throw new Error("nobody");
    const siteIds = sites.map((site) => this.#id(site));
    await this.#signInAgainIfNeeded();
    if (command === "grant") await prove(person, siteIds);
    const result = await this.#breaking<Outcome<GrantOutcome | RevokeOutcome>>(() =>
      command === "grant"
        ? runWithStepUp(dies ? dying(grantCommand) : grantCommand, person.context, grantInput(siteIds))
        : runWithRecentAuth(dies ? dying(revokeCommand) : revokeCommand, person.context, { siteIds }),
    );
    if (dies) return;
    if (!result.ok) throw new Error(`${command} was refused: ${result.code}`);
    this.model[command](sites);
  }

  #breaking<T>(work: () => Promise<T>): Promise<T> {
    const fault = this.#nextCommit;
    this.#nextCommit = null;
    return whileCommitMeets(fault, work);
  }

  /** A session of the future, after the clock was set back, or one that has idled is refused, as it should be. */
  async #signInAgainIfNeeded(): Promise<void> {
    const age = now().getTime() - this.#signedInAt;
    if (age >= 0 && age < 10 * MINUTE_MS) return;
    await this.#signIn();
  }

  async #signIn(): Promise<void> {
    this.#signedInAt = now().getTime();
    await signInAfresh();
  }

  async #outsideGrant(site: number): Promise<void> {
    if (!this.model.actual.has(site)) await anonymousAccess(this.#id(site));
    this.model.outsideGrant(site);
  }

  async #promoteOrDemote(): Promise<void> {
    const promoted = !this.model.superUsers.has(THIRD);
    await rawRun("UPDATE `matomo_user` SET superuser_access = ? WHERE login = ?", [promoted ? 1 : 0, THIRD]);
    this.model.superUsers = new Set(["anna", "jonas", ...(promoted ? [THIRD] : [])]);
  }

  async #watch({ times, stale }: Extract<Operation, { do: "watch" }>): Promise<void> {
    const watch = () => runWatch(stale ? { lease: LOST_LEASE } : {});
    const watches = await this.#breaking(() => Promise.allSettled(Array.from({ length: times }, watch)));
    // A quiet watch has nothing to lose; any other one that lost its lease writes nothing.
    if (stale) return;
    for (const one of watches) if (one.status === "rejected") throw one.reason;
    this.model.watch(now().getTime());
  }

  async #watchOnce(matomo = { holdsLock: false }): Promise<void> {
    this.model.watch(now().getTime(), matomo);
    await runWatch();
  }

  async #regrant({ sites, locks, watchAfter }: Extract<Operation, { do: "regrant" }>): Promise<void> {
    for (const site of sites) this.model.outsideRevoke(site);
    await regrant(
      sites.map((site) => this.#id(site)),
      {
        locks,
        after: async (rows) => {
          const written = sites[rows - 1];
          if (written !== undefined) this.model.outsideGrant(written);
          if (rows === Math.min(watchAfter, sites.length)) await this.#watchOnce({ holdsLock: locks });
        },
      },
    );
  }

  async #deliver({ times, provider }: Extract<Operation, { do: "deliver" }>): Promise<void> {
    this.provider.behave(provider);
    const run = () => this.#deliverOnce();
    const runs = await this.#breaking(() => Promise.allSettled(Array.from({ length: times }, run)));
    for (const run of runs) {
      if (run.status === "rejected" && !(run.reason instanceof ProcessDied)) throw run.reason;
    }
  }

  /** Mails may be waiting. None is held: of those that wait for a digest, more may come than are in the back-up. */
  async #backUp(): Promise<void> {
    advance(MINUTE_MS);
    await batchAlerts();
    await backUp();
    this.#forget = this.model.remember();
  }

  /** As upkeep.md says. What was waiting when the portal was lost is lost with it, so nothing is. */
  async #restore(begins: boolean): Promise<void> {
    await this.#deliverEverything();
    await this.#noteQueued();
    const before = await testDb().auditEvent.count();
    await putBack();
    this.#forget();
    const lost = before - (await testDb().auditEvent.count());
    if (begins) await announceRestore();
    await guardLog();
    if (begins || lost > 0) this.model.logWentBack();
    await this.#signIn();
  }

  /** A delivery run as cron makes it. Pauses that the provider asks for move the clock. */
  async #deliverOnce(): Promise<void> {
    await batchAlerts();
    await deliver(this.provider, quickRendering, { pause: async (ms) => advance(ms) });
  }
}

/** The same command in a process that dies before it commits. */
function dying<D extends { run: (...args: never[]) => Promise<unknown> }>(command: D): D {
  return {
    ...command,
    run: async (...args: Parameters<D["run"]>) => {
      await command.run(...args);
      throw new ProcessDied("killed before the commit");
    },
  };
}
