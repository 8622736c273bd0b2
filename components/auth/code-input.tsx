import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/** The longest a code may be; spaces and dashes of a copied one included. */
const MAX_LENGTH = 40;

/** A field for a code of an authenticator app or a recovery code. Pasting works; browsers offer a code they know. */
export function CodeInput(props: Omit<ComponentProps<"input">, "type">) {
  return (
    <Input
      {...props}
      type="text"
      inputMode="text"
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={MAX_LENGTH}
      dir="ltr"
      className="font-mono tabular-nums tracking-wider"
    />
  );
}
