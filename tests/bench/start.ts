import { performance } from "node:perf_hooks";
import type { SignedIn } from "@/tests/support/people";
import { cookieOf, get, startBuiltServer, startEmptyServer } from "./built-server";
import { SIZE } from "./size";

/** In ms from the start of the process, one of each start. */
export type Starts = { empty: number[]; health: number[]; page: number[] };

/** From nothing to the first answer and to the first page; a server of Node alone beside it, in turns. */
export async function measureStarts(databaseUrl: string, person: SignedIn): Promise<Starts> {
  const starts: Starts = { empty: [], health: [], page: [] };
  const headers = { cookie: await cookieOf(person) };
  for (let turn = 0; turn < SIZE.starts; turn++) {
    const empty = await startEmptyServer();
    await empty.stop();
    starts.empty.push(empty.readyMs);
    const portal = await startBuiltServer(databaseUrl);
    try {
      const began = performance.now();
      await get(`${portal.address}/public-access`, headers);
      starts.health.push(portal.readyMs);
      starts.page.push(portal.readyMs + performance.now() - began);
    } finally {
      await portal.stop();
    }
  }
  return starts;
}
