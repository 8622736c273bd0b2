import { afterAll, inject } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { type CommitFault, type CommitProxy, startCommitProxy } from "@/tests/support/commit-proxy";
import { dialect } from "@/tests/support/database";

let line: CommitProxy | undefined;

/** The portal reaches its database through a line that breaks at a COMMIT. After useDatabase(); SQLite has no line. */
export async function breakableLine(): Promise<void> {
  if (dialect === "sqlite") return;
  const proxy = await startCommitProxy(inject("mariadbUrl"));
  process.env.DATABASE_URL = proxy.through(process.env.DATABASE_URL ?? "");
  line = proxy;
  afterAll(async () => {
    line = undefined;
    await disconnect();
    await proxy.stop();
  });
}

/** Does `work` while its next COMMIT meets `fault`, if there is one and a line to break. */
export async function whileCommitMeets<T>(fault: CommitFault | null, work: () => Promise<T>): Promise<T> {
  if (fault) line?.next(fault);
  try {
    return await work();
  } finally {
    line?.next();
  }
}
