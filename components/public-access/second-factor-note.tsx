import { Alert } from "@/components/ui/alert";
import type { Consequences } from "@/lib/public-access/schema";

/** Says before anything is typed that the portal will refuse: publishing needs a second factor, and there is none. */
export function SecondFactorNote({ secondFactor }: Pick<Consequences, "secondFactor">) {
  if (!secondFactor.required || secondFactor.yours) return null;
  return (
    <Alert tone="danger" title="You cannot publish without a second factor">
      The Super Users here chose that publishing needs one. Set up two-factor authentication for your account in Matomo,
      then sign in again. Making sites private works without it.
    </Alert>
  );
}
