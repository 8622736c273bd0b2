"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** In the place of a page whose data could not be read. Says nothing that could be taken for "nothing is public". */
export function UnreadablePage({ message }: { message: string }) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  return (
    <div className="flex flex-col gap-5">
      <h1 className="font-semibold text-2xl tracking-tight">The portal cannot know which sites are public</h1>
      <Alert tone="danger" role="alert" className="p-5">
        <div className="flex flex-col items-start gap-4">
          <p>{message}</p>
          <p>Sites that were public are still public.</p>
          <Button busy={busy} onClick={() => startTransition(() => router.refresh())}>
            Try again
          </Button>
        </div>
      </Alert>
    </div>
  );
}
