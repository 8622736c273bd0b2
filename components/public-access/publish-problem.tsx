"use client";

import { useEffect, useRef } from "react";
import { SignInAgain } from "@/components/auth/sign-in-again";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { listed } from "@/components/ui/plural";
import type { ChosenSite } from "./chosen-site";
import type { FormProblem } from "./use-publish";

const NAMED = 10;

type PublishProblemProps = {
  problem: FormProblem;
  sites: readonly ChosenSite[];
  onLeaveOut: (siteIds: readonly number[]) => void;
};

/** A refusal that belongs to no single field. Takes the focus, so that it is read first. */
export function PublishProblem({ problem, sites, onLeaveOut }: PublishProblemProps) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem takes the focus, not each render
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  const gone = sites.filter((site) => problem.goneSiteIds.includes(site.id));
  const names = gone.slice(0, NAMED).map((site) => `${site.name} (id ${site.id})`);
  const more = gone.length - names.length;
  return (
    <Alert tone="danger" role="alert" ref={ref} tabIndex={-1}>
      <p>{problem.message}</p>
      {gone.length > 0 && (
        <div className="mt-2 flex flex-col items-start gap-3">
          <p>Deleted meanwhile: {listed(more > 0 ? [...names, `${more} more`] : names)}.</p>
          <Button size="sm" onClick={() => onLeaveOut(problem.goneSiteIds)}>
            Leave {gone.length === 1 ? "it" : "them"} out
          </Button>
        </div>
      )}
      {problem.sessionEnded && <SignInAgain />}
    </Alert>
  );
}
