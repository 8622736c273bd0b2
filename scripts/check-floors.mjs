import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
// biome-ignore lint/style/noRestrictedImports: the tool looks for its rules in the root
import rules, { FIRST_LOAD, FLOORS } from "../.dependency-cruiser.mjs";
import { checkFirstLoad } from "./check-first-load.mjs";

const ROOMS = ["app", "components", "emails", "lib", "messages"];

/**
 * Checks every import of a checkout against the rules of .dependency-cruiser.mjs.
 * @param {string} folder the checkout
 * @returns {Promise<{ floors: Record<string, string>, broken: [string, string, string][], said: string, imports: [string, string][] }>}
 *   what each floor is; what was broken as [rule, from, to], and in sentences; every import as [from, to]
 */
export async function checkFloors(folder) {
  const { forbidden, options } = rules;
  const tsConfig = `${folder}/${options.tsConfig.fileName}`;
  const { output } = await cruise(
    ROOMS,
    { ...options, tsConfig: { fileName: tsConfig }, baseDir: folder, ruleSet: { forbidden }, validate: true },
    {},
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const { violations } = output.summary;
  // Who imports from above closes circles, too: what is to be done about them is said once that is mended.
  const first = violations.filter(({ rule }) => !rule.name.endsWith("-in-a-circle"));
  const early = checkFirstLoad(folder, output.modules, FIRST_LOAD).map((found) => ({
    rule: { name: "first-load" },
    ...found,
  }));
  const broken = [...(first.length > 0 ? first : violations), ...early];
  const why = new Map([...forbidden.map(({ name, comment }) => [name, comment]), ["first-load", FIRST_LOAD.comment]]);
  return {
    floors: FLOORS,
    broken: broken.map(({ rule, from, to }) => [rule.name, from, to]),
    said: broken
      .map(({ rule, from, to, way }) => {
        const by = way ? `  and comes with the page by ${way.join(" > ")}\n` : "";
        return `${from}\n  imports ${to}\n${by}  ${rule.name}: ${why.get(rule.name)}\n`;
      })
      .join("\n"),
    imports: output.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [source, resolved]),
    ),
  };
}
