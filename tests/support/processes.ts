import { guardLog } from "@/lib/domain/continuity/guard-log";

/** Where lib/ledger/audit/memory.ts keeps what a process has seen of the log. */
const MEMORY = Symbol.for("public-access.log-memory");

/** Where lib/ledger/audit/record-refusal.ts counts. */
const REFUSALS = Symbol.for("public-access.refusals");

const memories = new Map<string, unknown>();

/**
 * Does `work` as another process of the portal: one that remembers what it did under this name, and nothing else. It
 * looks at the log when it starts, as each does.
 */
export async function asProcess<T>(name: string, work: () => Promise<T>): Promise<T> {
  const holder = globalThis as { [MEMORY]?: unknown };
  const own = holder[MEMORY];
  holder[MEMORY] = memories.get(name);
  try {
    if (!memories.has(name)) await guardLog();
    return await work();
  } finally {
    memories.set(name, holder[MEMORY]);
    holder[MEMORY] = own;
  }
}

/** Every process was started anew. */
export function restartAll(): void {
  memories.clear();
  delete (globalThis as { [MEMORY]?: unknown })[MEMORY];
  delete (globalThis as { [REFUSALS]?: unknown })[REFUSALS];
}
