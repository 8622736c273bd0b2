import type { Connection, UpsertResult } from "mariadb";
import { recheckSuperUser, type SuperUser } from "@/lib/auth/session";
import { consumeProof, requireRecentAuth } from "@/lib/auth/step-up";
import { grantPublicAccess } from "@/lib/domain/public-access/grant";
import { revokePublicAccess } from "@/lib/domain/public-access/revoke";
import { grantPublicAccessSchema } from "@/lib/domain/public-access/schema";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { grantInput, type SignedIn, stepUp, superUserOf } from "@/tests/support/people";
import type { Contest } from "./measure";
import { privateSites } from "./seed";
import { SIZE } from "./size";

const COUNTS = [1, SIZE.sites / 100, SIZE.sites / 10];
const AIM_FOR_1000 = 5;

/**
 * Making N sites public and private again: everything in the transaction of the command, from the session checked again
 * and the proof used up to the commit. The step-up, slow on purpose, is outside the timing. Bare: the rows of
 * `access` alone, in one statement and one commit.
 */
export function changes(bare: Connection, person: SignedIn): Contest[] {
  return COUNTS.flatMap((count) => {
    const { prove, publish, revoke } = commandsOn(privateSites(count), person);
    const { insert, remove } = bareOn(privateSites(count), bare);
    const sites = `${count.toLocaleString("en")} ${count === 1 ? "site" : "sites"}`;
    const samples = count === COUNTS[2] ? 5 : 15;
    return [
      {
        what: `publish ${sites}`,
        samples,
        aim: count === COUNTS[1] ? AIM_FOR_1000 : null,
        bare: { run: insert, tearDown: remove },
        product: { setUp: prove, run: publish, tearDown: revoke },
      },
      {
        what: `revoke ${sites}`,
        samples,
        aim: null,
        bare: { setUp: insert, run: remove },
        product: { setUp: () => prove().then(publish), run: revoke },
      },
    ];
  });
}

/** Each gives how many sites it changed. `prove` comes before each `publish`; `mails`: how many that one queued. */
export function commandsOn(ids: readonly number[], person: SignedIn) {
  const input = grantPublicAccessSchema.parse(grantInput(ids));
  const { siteIds } = input;
  let known: SuperUser;
  let mails = 0;
  const command = <T>(
    work: (tx: Parameters<typeof recheckSuperUser>[0], superUser: SuperUser, at: Date) => Promise<T>,
  ) =>
    inTransaction(async (tx) => {
      const at = now();
      return work(tx, await recheckSuperUser(tx, known, at), at);
    });
  return {
    prove: async () => {
      await stepUp(person, "grant", ids);
      known = await superUserOf(person);
    },
    publish: async () => {
      const { grantedCount, mailCount } = await command(async (tx, superUser, at) => {
        const wanted = { proofId: person.context.proofId, action: "grant", siteIds, at } as const;
        const proof = await consumeProof(tx, superUser, wanted);
        return grantPublicAccess(tx, { superUser, proof, input, now: at });
      });
      mails = mailCount;
      return grantedCount;
    },
    revoke: async () => {
      const { revokedCount } = await command((tx, superUser, at) =>
        revokePublicAccess(tx, { superUser, proof: requireRecentAuth(superUser, at), siteIds, now: at }),
      );
      return revokedCount;
    },
    mails: () => mails,
  };
}

/** The rows of `access` alone; each gives how many. */
export function bareOn(ids: readonly number[], bare: Connection) {
  const rows = ids.map((id) => `('anonymous',${id},'view')`).join(",");
  const write = async (sql: string) => (await bare.query<UpsertResult>(sql)).affectedRows;
  return {
    insert: () => write(`INSERT INTO matomo_access (login, idsite, access) VALUES ${rows}`),
    remove: () => write(`DELETE FROM matomo_access WHERE login = 'anonymous' AND idsite IN (${ids.join(",")})`),
  };
}
