import type { Dialect } from "./client";

// A quoted text, a comment, or one character.
const PIECES: Record<Dialect, RegExp> = {
  mysql: /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|--(?=\s)[^\n]*|#[^\n]*|\/\*(?!!).*?\*\/|./gs,
  sqlite: /'[^']*'|"[^"]*"|`[^`]*`|--[^\n]*|\/\*.*?\*\/|./gs,
};
const COMMENT: Record<Dialect, RegExp> = { mysql: /^(--\s|--$|#|\/\*)/, sqlite: /^(--|\/\*)/ };

/** The statements of a script, without comments. Triggers and procedures, which hold statements, are not known here. */
export function statementsIn(script: string, dialect: Dialect): string[] {
  return split(script, ";", dialect);
}

/**
 * An `ALTER TABLE` of several clauses as one statement for each clause; none for any other statement, and for one that
 * has a single clause.
 */
export function singleClauses(statement: string, dialect: Dialect): string[] {
  const [, head, rest] = /^(ALTER\s+TABLE\s+(?:`[^`]+`|\w+)\s+)(.+)$/is.exec(statement) ?? [];
  if (!head || !rest) return [];
  const clauses = split(rest, ",", dialect);
  return clauses.length > 1 ? clauses.map((clause) => head + clause) : [];
}

function split(text: string, separator: ";" | ",", dialect: Dialect): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of text.matchAll(PIECES[dialect])) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === separator && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + (COMMENT[dialect].test(piece) ? " " : piece));
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
