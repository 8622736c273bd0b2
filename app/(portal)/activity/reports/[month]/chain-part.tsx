import { ChainVerdict } from "@/components/statements/chain-facts";
import type { SayStatements } from "@/components/statements/statement-words";
import { Alert } from "@/components/ui/alert";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { walkWholeChain } from "@/lib/reports/statement/queries";

/** Whether the audit log is whole, found out apart from the rest of the page: a long log holds up nothing else. */
export async function ChainPart({ path, say }: { path: string; say: SayStatements }) {
  const loaded = await loadForSuperUser(path, walkWholeChain);
  if (loaded.ok) return <ChainVerdict verified={loaded.data} say={say} />;
  return (
    <Alert tone="danger" title={say("proof.unchecked")}>
      <p>{loaded.message}</p>
    </Alert>
  );
}
