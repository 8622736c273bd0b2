// ER_CANT_AGGREGATE_2COLLATIONS, _3COLLATIONS and _NCOLLATIONS; ER_CANNOT_CONVERT_STRING and
// ER_IMPOSSIBLE_STRING_CONVERSION of MySQL 8; ER_TRUNCATED_WRONG_VALUE_FOR_FIELD of what is to be stored.
const INCOMPARABLE = /\b(?:Code: `|"originalCode":"|"code":)(?:1267|1270|1271|3854|3988|1366)\b/;

/**
 * Whether the database refuses a text because the character set of a column does not hold it: Arabic that meets
 * latin1, an emoji that meets utf8mb3. It says so instead of "no".
 */
export function isIncomparable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return INCOMPARABLE.test(`${error.message} ${"meta" in error ? JSON.stringify(error.meta) : ""}`);
}

/** What `read` gives; `nothing` where a column cannot hold the text that it is asked for, so that no row has it. */
export async function unlessIncomparable<T>(read: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isIncomparable(error)) return nothing;
    throw error;
  }
}
