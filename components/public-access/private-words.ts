import { counted } from "@/components/ui/plural";

/** `12 public sites become private now.` null: how many there are is not known. */
export function becomePrivateWords(publicCount: number | null): string {
  if (publicCount === null) return "Every public site becomes private now.";
  if (publicCount === 0) return "No site is public now.";
  return `${counted(publicCount, "public site")} ${publicCount === 1 ? "becomes" : "become"} private now.`;
}
