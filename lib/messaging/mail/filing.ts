import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env";

/** As many as one line of a header holds (RFC 5322, 2.1.1). */
const MAX_THREADS = 5;

/**
 * What lets a mail program file a mail: the list it belongs to (RFC 2919), alerts or reminders of this portal; and the
 * beginning of each thread that it belongs to. A thread begins with no mail at all, so that whoever joins in the middle
 * has a thread, too. Its name is the installation's own: two portals never share one.
 */
export function filing(mail: {
  kind: string;
  installation: string;
  threads: readonly string[];
}): Record<string, string> {
  const { kind, installation, threads } = mail;
  const host = domainOf(new URL(env().NEXTAUTH_URL));
  const list = kind === "reminder" ? "reminders" : "alerts";
  const listId = { "List-Id": `Public Access ${list} <${list}.${host}>` };
  const begins = threads.slice(0, MAX_THREADS).map((thread) => `<${sha256(`${installation}/${thread}`)}@${host}>`);
  const last = begins.at(-1);
  return last === undefined ? listId : { ...listId, "In-Reply-To": last, References: begins.join(" ") };
}

/** The host as a domain that may stand in an id: a port becomes a label of it, brackets and colons of an address go. */
function domainOf({ hostname, port }: URL): string {
  const name = hostname.replace(/[^a-z0-9.-]+/g, "-").replace(/^-+|(?<!-)-+$/g, "");
  return `public-access.${port ? `${port}.` : ""}${name}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
