import type { FormEventHandler } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import type { signInSchema } from "@/lib/auth/schema";

/** What both steps of signing in work on. */
export type SignInStep = {
  form: UseFormReturn<z.input<typeof signInSchema>, unknown, z.output<typeof signInSchema>>;
  submit: FormEventHandler<HTMLFormElement>;
  busy: boolean;
  problem: string | null;
};
