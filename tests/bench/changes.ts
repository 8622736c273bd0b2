import type { Connection, UpsertResult } from "mariadb";
import type { Result } from "@/lib/result";
import { askToPublish, makePrivate, type SignedIn, stepUp } from "@/tests/support/people";
import type { Contest } from "./measure";
import { privateSites } from "./seed";

const AIM_FOR_1000 = 5;

/**
 * Making N sites public and private again, as the server action does it once the framework has handed the request
 * over: session, proof, access rows, publications, audit event, a mail for each Super User, one commit. The step-up,
 * slow on purpose, is outside the timing. Bare: the rows of `access` alone, in one statement and one commit.
 */
export function changes(bare: Connection, person: SignedIn): Contest[] {
  return [1, 1_000, 10_000].flatMap((count) => {
    const ids = privateSites(count);
    const rows = ids.map((id) => `('anonymous',${id},'view')`).join(",");
    const write = async (sql: string) => (await bare.query<UpsertResult>(sql)).affectedRows;
    const insert = () => write(`INSERT INTO matomo_access (login, idsite, access) VALUES ${rows}`);
    const remove = () => write(`DELETE FROM matomo_access WHERE login = 'anonymous' AND idsite IN (${ids.join(",")})`);
    const prove = () => stepUp(person, "grant", ids);
    const publish = async () => done(await askToPublish(person, ids)).grantedCount;
    const revoke = async () => done(await makePrivate(person, ids)).revokedCount;
    const sites = `${count.toLocaleString("en")} ${count === 1 ? "site" : "sites"}`;
    const samples = count === 10_000 ? 5 : 11;
    return [
      {
        what: `publish ${sites}`,
        samples,
        aim: count === 1_000 ? AIM_FOR_1000 : null,
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

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}: ${result.message}`);
  return result.data;
}
