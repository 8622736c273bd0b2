import ts from "typescript";
import { writtenFiles } from "./repository";

const SAYS = /^((app|components|emails|lib)\/.*\.tsx?|next\.config\.js)$/;
/** What an attribute of HTML holds is no name of a message: `role="region"`. */
const IS_HTML = /^(aria-|data-)|^(autoComplete|className|href|htmlFor|id|method|name|rel|role|scope|target|type)$/;

/**
 * Judges whether the code can name a message: by a literal, by a template (`events.${type}`), or as a property, whole or
 * from its namespace on. What nobody says anywhere is certainly not shown; what is said of something else may pass.
 */
export function namedInCode(): (key: string) => boolean {
  const names = new Set<string>();
  const templates = new Set<string>();
  for (const [file, text] of writtenFiles()) {
    if (SAYS.test(file)) collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), names, templates);
  }
  const patterns = [...templates].map((template) => new RegExp(`^${template}$`));
  const isSaid = remembering((name) => names.has(name) || patterns.some((pattern) => pattern.test(name)));
  return (key) => {
    const parts = key.split(".");
    return parts.some((_, at) => {
      const [before, name] = [parts.slice(0, at), parts.slice(at).join(".")];
      return isSaid(name) && (at === 0 || isSaid(before.join(".")) || before.every(isSaid));
    });
  };
}

function collect(node: ts.Node, names: Set<string>, templates: Set<string>): void {
  if (ts.isImportDeclaration(node)) return;
  if (ts.isJsxAttribute(node) && IS_HTML.test(node.name.getText()) && isPlain(node.initializer)) return;
  if (ts.isStringLiteralLike(node)) names.add(node.text);
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) names.add(node.name.text);
  if (ts.isPropertyAccessExpression(node)) {
    const access = node.getText();
    for (const name of [access, access.slice(access.indexOf(".") + 1)]) if (name.includes(".")) names.add(name);
  }
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    const fixed = parts.join("");
    // `${sort}-${direction}` is one name, `${room}.${name}` would be any.
    const hole = /\w/.test(fixed) ? "[\\w.-]+" : "\\w+";
    if (/^[\w.-]*[\w-][\w.-]*$/.test(fixed)) templates.add(parts.map((part) => part.replaceAll(".", "\\.")).join(hole));
  }
  ts.forEachChild(node, (child) => collect(child, names, templates));
}

function isPlain(initializer: ts.JsxAttributeValue | undefined): boolean {
  return initializer !== undefined && ts.isStringLiteral(initializer);
}

function remembering(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const judged = known.get(name) ?? judge(name);
    known.set(name, judged);
    return judged;
  };
}
