import { ChainVerdict } from "@/components/statements/chain-facts";
import type { StatementsTranslator } from "@/components/statements/statement-intl";
import { Alert } from "@/components/ui/alert";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { walkWholeChain } from "@/lib/reports/statement/queries";

/** Whether the audit log is whole, found out apart from the rest of the page: a long log holds up nothing else. */
export async function ChainPart({ path, t }: { path: string; t: StatementsTranslator }) {
  const loaded = await loadForSuperUser(path, walkWholeChain);
  if (loaded.ok) return <ChainVerdict verified={loaded.data} t={t} />;
  return (
    <Alert tone="danger" title={t("proof.unchecked")}>
      <p>{loaded.message}</p>
    </Alert>
  );
}
