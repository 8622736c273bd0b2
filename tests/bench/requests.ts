import { createPool } from "mariadb";
import { z } from "zod";
import type { SignedIn } from "@/tests/support/people";
import { cookieOf, get, processorMs, residentMb, type Server, startBuiltServer } from "./built-server";
import type { FilledDatabase, Instance } from "./instance";
import { type Load, load } from "./load";
import { pageSql } from "./reads";
import { SIZE, USUAL } from "./size";

export const AT_ONCE = 8;
const WARM_UP = 16;
/** One in five opens the page, the others read rows for it: the next ones, or what somebody searches. */
const PAGES = 0.2;
/** Enough of what is the same each time. */
const BARE = 0.1;
const answerSchema = z.object({ rows: z.array(z.object({ id: z.number() })) });

/** `processorMs`: of the server's process for each request; null when it is none, or cannot be read. */
export type RequestRow = { what: string; load: Load; processorMs: number | null };
/** One database behind the built server: `floor` is what the framework alone answers, `bare` the list statement alone. */
export type Requests = { sites: number; floor: RequestRow; bare: RequestRow; rows: RequestRow[] };
/** Of the server's process, in MB; null where it cannot be read. */
export type ServerMemory = { requests: number; mb: number | null }[];

type Target = { database: FilledDatabase; sites: number; rootUrl: string; person: SignedIn };

/**
 * 10,000 requests of the Public access page to the built server, signed in: the page itself and its rows as JSON, as often
 * as that on an instance of the usual size, and on the largest as often as there is time for.
 */
export async function measureRequests(
  { rootUrl, largest }: Instance,
  usual: FilledDatabase,
  person: SignedIn,
): Promise<{ requests: Requests[]; memory: ServerMemory }> {
  const memory: ServerMemory = [];
  const onUsual = await onDatabase({ database: usual, sites: USUAL.sites, rootUrl, person }, SIZE.requests, memory);
  const onLargest = await onDatabase({ database: largest, sites: SIZE.sites, rootUrl, person }, SIZE.requestsOnLargest);
  return { requests: [onUsual, onLargest], memory };
}

async function onDatabase(target: Target, count: number, memory: ServerMemory = []): Promise<Requests> {
  const server = await startBuiltServer(target.database.url);
  try {
    const headers = { cookie: await cookieOf(target.person) };
    const page = () => get(`${server.address}/public-access`, headers);
    const json = () => get(`${server.address}/api/sites`, headers);
    const note = (requests: number) => memory.push({ requests, mb: residentMb(server.pid) });
    await load(WARM_UP, AT_ONCE, page);
    note(WARM_UP);
    const pages = await asked(server, "the page", count * PAGES, page);
    note(count * PAGES);
    const reads = await asked(server, "its rows, /api/sites", count * (1 - PAGES), json);
    note(count);
    const { bare, ids } = await askedBare(target, count * BARE);
    const { rows } = answerSchema.parse(JSON.parse(await json()));
    if (rows.map(({ id }) => id).join() !== ids.join()) {
      throw new Error("the bare SQL and the server do not give the same sites");
    }
    return {
      sites: target.sites,
      floor: await asked(server, "/api/healthz", SIZE.requests * BARE, () => get(`${server.address}/api/healthz`)),
      bare,
      rows: [pages, reads],
    };
  } finally {
    await server.stop();
  }
}

async function asked({ pid }: Server, what: string, count: number, one: () => Promise<unknown>): Promise<RequestRow> {
  const before = processorMs(pid);
  const measured = await load(count, AT_ONCE, one);
  const after = processorMs(pid);
  return { what, load: measured, processorMs: before === null || after === null ? null : (after - before) / count };
}

/** The list statement alone, over as many connections as there are requests at once. */
async function askedBare({ rootUrl, database }: Target, count: number): Promise<{ bare: RequestRow; ids: number[] }> {
  const { hostname, port, username } = new URL(rootUrl);
  const address = { host: hostname, port: Number(port), user: username, database: database.name };
  const pool = createPool({ ...address, connectionLimit: AT_ONCE });
  try {
    const list = async () => (await pool.query<{ idsite: number }[]>(pageSql(0))).map(({ idsite }) => idsite);
    const ids = await list();
    return { bare: { what: "bare list statement", load: await load(count, AT_ONCE, list), processorMs: null }, ids };
  } finally {
    await pool.end();
  }
}
