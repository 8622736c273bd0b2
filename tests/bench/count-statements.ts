import { statementChannel } from "@/lib/platform/db/statement-channel";

/** Does `work` and hands back every statement that the portal sent meanwhile. For one piece of work at a time. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const listen = (statement: unknown) => statements.push(String(statement));
  statementChannel.subscribe(listen);
  try {
    await work();
  } finally {
    statementChannel.unsubscribe(listen);
  }
  return statements;
}
