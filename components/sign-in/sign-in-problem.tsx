import { useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";

/** Why nobody was let in, if it belongs to no single field. Takes the focus, so that it is read first. */
export function SignInProblem({ problem }: { problem: string | null }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) ref.current?.focus();
  }, [problem]);
  return (
    problem && (
      <Alert tone="danger" role="alert" ref={ref} tabIndex={-1}>
        {problem}
      </Alert>
    )
  );
}
