import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { decodeMatomoText } from "@/lib/matomo/html-entities";

/** What Matomo's config/config.ini.php says that an installation beside it needs. */
export type MatomoConfig = {
  file: string;
  host: string;
  port: number;
  username: string;
  password: string;
  database: string;
  prefix: string;
  salt: string | null;
};

/** Where packages and people put Matomo. */
const USUAL = ["matomo", "html", "html/matomo", "piwik", "html/piwik"].map((folder) => `/var/www/${folder}`);

/** Reads `place`, a file or Matomo's folder; without it the usual places are tried. Null where none can be read. */
export function readMatomoConfig(place?: string): MatomoConfig | null {
  if (place !== undefined) return parsed(statSync(place).isDirectory() ? fileIn(place) : place);
  const found = [...USUAL, "/usr/share/matomo"].map(fileIn).find((file) => existsSync(file));
  try {
    return found === undefined ? null : parsed(found);
  } catch {
    return null;
  }
}

function fileIn(folder: string): string {
  return path.join(folder, "config/config.ini.php");
}

/** As PHP's parse_ini reads what Matomo writes: `name = "value"`, text encoded for HTML, lists as `name[]`. */
function parsed(file: string): MatomoConfig {
  const values = new Map<string, string>();
  let section = "";
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    section = /^\[(\w+)\]/.exec(line)?.[1] ?? section;
    const [, name, quoted, bare] = /^\s*(\w+(?:\[\])?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/.exec(line) ?? [];
    const key = `${section}.${name}`;
    const text = quoted?.replace(/\\(["\\$])/g, "$1") ?? bare?.trim() ?? "";
    if (name && !values.has(key)) values.set(key, decodeMatomoText(text));
  }
  const text = (name: string) => values.get(name) || null;
  const [database, username] = [text("database.dbname"), text("database.username")];
  if (!database || !username) throw new Error(`${file} does not say which database Matomo uses.`);
  const [host = "127.0.0.1", port] = (text("database.host") ?? "").split(":");
  return {
    ...{ file, database, username, password: text("database.password") ?? "" },
    // Of `localhost` PHP makes a socket; this is the same server by its port.
    host: host === "" || host === "localhost" ? "127.0.0.1" : host,
    port: Number(text("database.port") ?? port ?? 3306),
    prefix: values.get("database.tables_prefix") ?? "matomo_",
    salt: text("General.salt"),
  };
}
