import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";

type FailurePanelProps = { message: string; children: ReactNode };

/** In the place of the list when it could not be read. Says nothing that could be taken for "nothing is public". */
export function FailurePanel({ message, children }: FailurePanelProps) {
  return (
    <Alert tone="danger" role="alert" className="p-5">
      <div className="flex flex-col items-start gap-4">
        <p>{message}</p>
        <p>
          Sites that were public are still public. Nothing on this page can be changed until Matomo can be read again.
        </p>
        {children}
      </div>
    </Alert>
  );
}
