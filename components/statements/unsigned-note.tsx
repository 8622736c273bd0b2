import { Alert } from "@/components/ui/alert";
import type { StatementsTranslator } from "./statement-intl";

/** Says that nothing vouches for the statements, and how to change that. */
export function UnsignedNote({ t }: { t: StatementsTranslator }) {
  return (
    <Alert tone="caution" title={t("unsigned.title")}>
      <p>{t("unsigned.meaning")}</p>
      <code dir="ltr" className="mt-2 block overflow-x-auto rounded bg-surface-sunken px-2 py-1 text-[0.8125rem]">
        openssl genpkey -algorithm ed25519 -outform DER | base64 -w0
      </code>
    </Alert>
  );
}
