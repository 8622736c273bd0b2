import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

type FoundExpression = { file: string; source: string; flags: string };

const root = path.join(import.meta.dirname, "../..");
const FOLDERS = ["app", "components", "emails", "lib", "scripts"];
const ALONE = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts", "next.config.js"];

/** Every regular expression that stands in the code that is shipped, tests aside, each once for each file. */
export function regularExpressions(): FoundExpression[] {
  return sourceFiles().flatMap((file) => {
    const found = new Map<string, FoundExpression>();
    for (const text of literalsIn(file)) {
      const end = text.lastIndexOf("/");
      found.set(text, { file, source: text.slice(1, end), flags: text.slice(end + 1) });
    }
    return [...found.values()];
  });
}

/** Calls that put an expression together at run time, as they stand in the code: nothing can check those. */
export function madeAtRunTime(): { file: string; call: string }[] {
  return sourceFiles().flatMap((file) =>
    nodesOf(file).flatMap((node) =>
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp"
        ? [{ file, call: node.getText() }]
        : [],
    ),
  );
}

function literalsIn(file: string): string[] {
  return nodesOf(file).flatMap((node) => (ts.isRegularExpressionLiteral(node) ? [node.text] : []));
}

function nodesOf(file: string): ts.Node[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

function sourceFiles(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
  );
  return [...ALONE, ...inFolders].filter((name) => /\.(tsx?|m?js)$/.test(name)).sort();
}
