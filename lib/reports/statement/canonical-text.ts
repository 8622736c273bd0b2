import { visibleJson } from "@/lib/platform/escape-invisible";

/** What a statement is made of: no dates, no undefined. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON whose bytes follow from the values alone and that people can read: two spaces a level, lists of single values on
 * one line, every character that one does not see written as `\uXXXX`. Keys keep their order.
 */
export function canonicalText(value: Json): string {
  return visibleJson(written(value, "\n"));
}

function written(value: Json, newLine: string): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inner = `${newLine}  `;
  if (isList(value)) {
    if (value.length === 0) return "[]";
    if (value.every(isSingle)) return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    return `[${value.map((item) => inner + written(item, inner)).join()}${newLine}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${written(item, inner)}`);
  return `{${lines.join()}${newLine}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

const isSingle = (value: Json) => value === null || typeof value !== "object";
