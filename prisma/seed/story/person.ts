import { Secret, TOTP } from "otpauth";
import type { z } from "zod";
import {
  type Command,
  type RequestContext,
  runWithRecentAuth,
  runWithStepUp,
  type StepUpCommand,
} from "@/lib/auth/command";
import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import type { StepUpAction } from "@/lib/auth/schema";
import { loadSuperUser } from "@/lib/auth/session";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { signOut } from "@/lib/auth/sign-out";
import type { RecentAuth } from "@/lib/auth/step-up";
import { grantCommand, revokeCommand } from "@/lib/domain/public-access/commands";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import type { Outcome } from "@/lib/platform/result";
import { siteNamed } from "@/prisma/seed/data/sites";
import { users } from "@/prisma/seed/data/users";
import { dayAhead } from "@/prisma/seed/when";
import { storyTime } from "./clock";
import type { PassingTime } from "./passing-time";
import { sendMails } from "./post";

/** A session that confirmed its password longer ago signs in anew. */
const STILL_FRESH_MS = 10 * MINUTE_MS;
const READS_MS = 95 * SECOND_MS;
const GOES_ON_MS = 20 * SECOND_MS;
const MAILED_AFTER_MS = 3 * SECOND_MS;

type Options = { mailServer?: "busy"; refused?: boolean };

/** A Super User at their browser. What they do is done by the portal's own commands, with all that these ask for. */
export class Person {
  readonly #user: (typeof users)[number];
  #call: RequestContext;
  #provedAt = new Date(0);

  constructor(
    readonly time: PassingTime,
    login: string,
    readonly browser: RequestContext["request"],
  ) {
    const user = users.find((one) => one.login === login);
    if (!user) throw new Error(`The demo has no user called ${login}.`);
    this.#user = user;
    this.#call = { origin: new URL(env().NEXTAUTH_URL).origin, sessionId: null, proofId: null, request: browser };
  }

  /** @returns whether the portal let them in */
  async signsIn({ identifier = this.#user.login, password = this.#user.password, code = this.#code() } = {}) {
    const answer = await signInWithMatomo({ identifier, password, code }, this.browser, this.#call.sessionId);
    if (!answer.ok) {
      await this.#mails();
      return false;
    }
    this.#call = { ...this.#call, sessionId: answer.sessionId };
    this.#provedAt = storyTime();
    return true;
  }

  async signsOut(): Promise<void> {
    if (this.#call.sessionId) await signOut(this.#call.sessionId, this.browser);
    this.#call = { ...this.#call, sessionId: null };
  }

  /** Something that takes a password proven lately. */
  async does<S extends z.ZodType, T>(
    command: Command<S, RecentAuth, T>,
    input: z.input<S>,
    options?: Options,
  ): Promise<void> {
    await this.#comesIn();
    await this.#ends(await runWithRecentAuth(command, this.#call, input), options);
  }

  /** Something that takes the password once more. */
  async confirms<S extends z.ZodType, T>(
    command: StepUpCommand<S, T>,
    input: z.input<S>,
    options?: Options,
  ): Promise<void> {
    await this.#comesIn();
    const siteIds = command.siteIds(command.schema.parse(input));
    if (!(await this.types(command.action, siteIds))) throw new Error(`${this.#user.login} could not confirm.`);
    await this.#ends(await runWithStepUp(command, this.#call, input), options);
  }

  /** Types the password into the form of a step-up, or another. @returns whether it was right */
  async types(action: StepUpAction, siteIds: readonly number[], password = this.#user.password): Promise<boolean> {
    const superUser = await loadSuperUser(db(), this.#call.sessionId, this.browser, storyTime());
    const proven = await stepUpWithMatomo(superUser, { password, code: this.#code(), action, siteIds });
    if (proven.ok) this.#call = { ...this.#call, sessionId: proven.sessionId, proofId: proven.proofId };
    else await this.#mails();
    return proven.ok;
  }

  /** @param days the last day on which it is public lies so many days ahead; null: no end */
  publishes(names: readonly string[], days: number | null, reason: string, options?: Options): Promise<void> {
    const input = { siteIds: idsOf(names), reason, endsOn: inDays(days), typedCount: names.length };
    return this.confirms(grantCommand, input, options);
  }

  makesPrivate(...names: string[]): Promise<void> {
    return this.does(revokeCommand, { siteIds: idsOf(names) });
  }

  async #comesIn(): Promise<void> {
    const isHere = storyTime() <= plus(this.#provedAt, STILL_FRESH_MS);
    if (!isHere && !(await this.signsIn())) throw new Error(`${this.#user.login} could not sign in.`);
    await this.time.until(plus(storyTime(), isHere ? GOES_ON_MS : READS_MS));
  }

  async #ends(outcome: Outcome<unknown>, { mailServer, refused = false }: Options = {}): Promise<void> {
    if (outcome.ok === refused) throw new Error(`${this.#user.login}: ${JSON.stringify(outcome)}`);
    this.time.somethingChanged(1);
    await this.#mails({ isBusy: mailServer === "busy" });
  }

  /** As the portal does after its answer. */
  async #mails(server?: { isBusy: boolean }): Promise<void> {
    await this.time.until(plus(storyTime(), MAILED_AFTER_MS));
    await sendMails(server);
  }

  /** What the authenticator app shows; empty without one. */
  #code(): string {
    const { totpSecret } = this.#user;
    return totpSecret ? new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate() : "";
  }
}

/** The ids of sites, by their names as people write them. */
export function idsOf(names: readonly string[]): number[] {
  return names.map((name) => siteNamed(name).idsite);
}

function inDays(days: number | null): string | null {
  return days === null ? null : dayAhead(storyTime(), days);
}
