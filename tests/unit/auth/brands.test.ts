import { describe, expect, expectTypeOf, it } from "vitest";
import type { StepUpCommand } from "@/lib/auth/command";
import type { SuperUser } from "@/lib/auth/session";
import * as session from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import * as stepUp from "@/lib/auth/step-up";
import { revokeCommand } from "@/lib/domain/public-access/commands";
import { grantPublicAccess } from "@/lib/domain/public-access/grant";
import { revokePublicAccess } from "@/lib/domain/public-access/revoke";
import type { GrantPublicAccessInput } from "@/lib/domain/public-access/schema";
import { endSessions } from "@/lib/domain/sessions/end-sessions";
import { weakenSettings } from "@/lib/domain/settings/save-settings";
import { appendEvent } from "@/lib/ledger/audit/append-event";
import { type AuditFacts, NO_ORIGIN } from "@/lib/ledger/audit/schema";
import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { insertAnonymousView } from "@/lib/matomo/anonymous-access";
import { enqueue } from "@/lib/messaging/outbox/enqueue";
import type { Db, DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import * as transaction from "@/lib/platform/db/transaction";

// What must not compile. The judge is `tsc --noEmit`: an @ts-expect-error above a line that compiles is an error.
// Nothing here is ever called.
const notCompiled = {
  grantWithoutStepUp(tx: Tx, superUser: SuperUser, recent: RecentAuth, input: GrantPublicAccessInput, at: Date) {
    // @ts-expect-error publishing takes a step-up
    void grantPublicAccess(tx, { superUser, input, now: at });
    // @ts-expect-error a recent proof is enough to tighten, never to publish
    void grantPublicAccess(tx, { superUser, input, now: at, proof: recent });
    // @ts-expect-error a step-up cannot be written down
    void grantPublicAccess(tx, { superUser, input, now: at, proof: { action: "grant", isMinted: true } });
    // @ts-expect-error weakening a setting takes a step-up
    void weakenSettings(tx, { superUser, now: at, proof: recent, input: { "second-factor": "optional" } });
    // @ts-expect-error not even ending sessions goes on a session alone
    void endSessions(tx, { superUser, now: at, input: { scope: "others" } });
  },

  madeUpSuperUser(tx: Tx, proof: StepUp, recent: RecentAuth, input: GrantPublicAccessInput, at: Date) {
    const origin = { ...NO_ORIGIN, sessionRef: "ref" };
    const madeUp = { login: "ada", email: "ada@matomo.example", origin, provedAt: at, isMinted: true };
    // @ts-expect-error only the session room makes a Super User
    void grantPublicAccess(tx, { superUser: madeUp, proof, input, now: at });
    // @ts-expect-error neither to make something private
    void revokePublicAccess(tx, { superUser: madeUp, proof: recent, siteIds: input.siteIds, now: at });
  },

  outsideATransaction(db: Db, reader: DbClient, superUser: SuperUser, proof: StepUp, input: GrantPublicAccessInput) {
    const at = new Date();
    const facts: AuditFacts = { type: "sign-out" };
    const event = { actor: { type: "visitor" } as const, origin: NO_ORIGIN, at, facts };
    const mail = { eventKey: "event/1", facts: {} as MailFacts, recipients: [], at };
    // @ts-expect-error an event is recorded with its cause, in its transaction
    void appendEvent(db, event);
    // @ts-expect-error nor with the client that a transaction lends
    void appendEvent(reader, event);
    // @ts-expect-error nor with something shaped like an open one
    void appendEvent({ db: reader, isMinted: true }, event);
    // @ts-expect-error a mail exists from the commit of its cause
    void enqueue(db, mail);
    // @ts-expect-error the same
    void enqueue({ db: reader, isMinted: true }, mail);
    // @ts-expect-error access changes inside a transaction
    void insertAnonymousView(db, input.siteIds);
    // @ts-expect-error so does everything that grants
    void grantPublicAccess(db, { superUser, proof, input, now: at });
  },

  weakerCommand() {
    // @ts-expect-error a command that takes a recent proof cannot pass for one that takes a step-up
    const asSteppedUp: StepUpCommand<typeof revokeCommand.schema, unknown> = revokeCommand;
    return asSteppedUp;
  },

  openActor(tx: Tx, at: Date) {
    const facts: AuditFacts = { type: "sign-out" };
    // @ts-expect-error the actor is one of a closed union
    void appendEvent(tx, { actor: { type: "root" }, origin: NO_ORIGIN, at, facts });
    // @ts-expect-error and so is what is recorded
    void appendEvent(tx, { actor: { type: "visitor" }, origin: NO_ORIGIN, at, facts: { type: "anything" } });
  },
};

describe("the three proofs", () => {
  it("cannot pass for one another (judged by tsc)", () => {
    expectTypeOf<RecentAuth>().not.toExtend<StepUp>();
    expectTypeOf<StepUp>().not.toExtend<RecentAuth>();
    expectTypeOf<DbClient>().not.toExtend<Tx>();
    expectTypeOf<Db>().not.toExtend<Tx>();
    expectTypeOf<{ login: string; email: string }>().not.toExtend<SuperUser>();
    expectTypeOf<Parameters<typeof grantPublicAccess>[1]["proof"]>().toEqualTypeOf<StepUp>();
    expectTypeOf<Parameters<typeof appendEvent>[0]>().toEqualTypeOf<Tx>();
    expectTypeOf<Parameters<typeof enqueue>[0]>().toEqualTypeOf<Tx>();
    expect(Object.keys(notCompiled)).not.toEqual([]);
  });

  it.each([
    ["lib/auth/session", session],
    ["lib/auth/step-up", stepUp],
    ["lib/platform/db/transaction", transaction],
  ])("have no constructor that anybody could call: %s exports no class", (_, room) => {
    const classes = Object.values(room).filter(
      (value) => typeof value === "function" && /^class\b/.test(String(value)),
    );
    expect(classes).toEqual([]);
  });
});
