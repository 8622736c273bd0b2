import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
// biome-ignore lint/style/noRestrictedImports: the tool looks for its rules in the root
import rules, { FLOORS } from "../.dependency-cruiser.mjs";

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
  const broken = first.length > 0 ? first : violations;
  const why = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return {
    floors: FLOORS,
    broken: broken.map(({ rule, from, to }) => [rule.name, from, to]),
    said: broken
      .map(({ rule, from, to }) => `${from}\n  imports ${to}\n  ${rule.name}: ${why.get(rule.name)}\n`)
      .join("\n"),
    imports: output.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [source, resolved]),
    ),
  };
}
