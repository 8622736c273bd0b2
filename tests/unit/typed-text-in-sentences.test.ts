import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../..");

/** What was typed, or nothing: a union counts if one part of it does. */
function isTyped(type: ts.Type): boolean {
  return type.isUnion() ? type.types.some(isTyped) : type.aliasSymbol?.name === "TypedText" || hasBrand(type);
}
const hasBrand = (type: ts.Type) =>
  type.getProperties().some(({ escapedName }) => /^__@typed@/.test(String(escapedName)));

/** What makes a text of anything, and the compiler lets everything through: `${…}`, `+`, `String(…)`. */
function madeText(node: ts.Node): readonly ts.Expression[] {
  if (ts.isTemplateSpan(node) && !ts.isTaggedTemplateExpression(node.parent.parent)) return [node.expression];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [node.left, node.right];
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "String")
    return node.arguments;
  return [];
}

/** Where typed text is made a part of a sentence: `components/a.tsx:12`. */
function mixed(program: ts.Program, isOurs: (file: string) => boolean): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => isOurs(fileName))) {
    const visit = (node: ts.Node): void => {
      for (const expression of madeText(node)) {
        if (!isTyped(checker.getTypeAtLocation(expression))) continue;
        const { line } = file.getLineAndCharacterOfPosition(expression.getStart());
        found.push(`${path.relative(root, file.fileName)}:${line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const OURS = new RegExp(`^${root}/(app|components|emails|lib)/`);

it("what somebody typed is no part of a sentence of ours, whose order it could turn around", {
  timeout: 120_000,
}, () => {
  const planted = path.join(root, "lib/planted.ts");
  const host = ts.createCompilerHost(options);
  const [exists, read] = [host.fileExists, host.getSourceFile];
  host.fileExists = (name) => name === planted || exists(name);
  host.getSourceFile = (name, ...rest) =>
    name === planted ? ts.createSourceFile(name, PLANTED, ts.ScriptTarget.Latest, true) : read(name, ...rest);
  const program = ts.createProgram([...fileNames.filter((name) => OURS.test(name)), planted], options, host);
  expect(mixed(program, (name) => OURS.test(name))).toEqual([
    "lib/planted.ts:3",
    "lib/planted.ts:4",
    "lib/planted.ts:5",
  ]);
});

const PLANTED = `import { charactersOf, type TypedText } from "@/lib/platform/typed-text-terms";
declare const note: TypedText | null;
export const one = \`Note: \${note}\`;
export const two = "Note: " + note;
export const three = String(note);
export const stored = note && \`\${charactersOf(note)}\`;
`;
