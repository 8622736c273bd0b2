"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { sayItStays } from "@/components/layout/connection";
import { Button } from "@/components/ui/button";

type FilterFormProps = {
  label: string;
  submit: string;
  /** what the address says now, by the name of the field; empty: nothing */
  values: Readonly<Record<string, string>>;
  /** the fields, and what stands beside the button */
  children: ReactNode;
};

/**
 * Puts what was chosen into the address. What is shown stays until the answer is there, and the fields follow the
 * address when it is changed by something else: Back, Forward, a filter taken away. Works without scripts, too.
 */
export function FilterForm({ label, submit, values, children }: FilterFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, startTransition] = useTransition();

  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = values[field.name] ?? "";
    }
  }, [values]);

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    // Without a connection the router would leave the page.
    if (!navigator.onLine) return sayItStays();
    const chosen = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const params = new URLSearchParams(chosen.map(([name, value]) => [name, String(value).trim()]));
    startTransition(() => router.push(params.size === 0 ? "/activity" : `/activity?${params}`));
  }

  return (
    <form ref={form} aria-label={label} action="/activity" onSubmit={show} className="flex flex-col gap-3">
      {children}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
