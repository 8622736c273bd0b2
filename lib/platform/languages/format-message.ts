import compile from "icu-minify/compile";
import formatCompiled from "use-intl/format-message/format-only";

type Compiled = Parameters<typeof formatCompiled>[1];
const known = new Map<string, Compiled>();

/**
 * Takes the place of `use-intl/format-message` on the server (next.config.js). Words of the files are compiled at their
 * first use; in the browser they come compiled (messages-script.ts).
 */
function formatMessage(...[key, message, values, options]: Parameters<typeof formatCompiled>) {
  return formatCompiled(key, typeof message === "string" ? compiledOnce(message) : message, values, options);
}
formatMessage.raw = false;
export default formatMessage;

function compiledOnce(message: string): Compiled {
  const before = known.get(message);
  if (before !== undefined) return before;
  const compiled = compile(message);
  known.set(message, compiled);
  return compiled;
}
