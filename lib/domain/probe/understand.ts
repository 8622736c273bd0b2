import { isIP } from "node:net";
import { z } from "zod";
import type { Reply } from "./ask";
import type { OutsideTrouble } from "./terms";
import { troubleOfStatus } from "./trouble-of";

/**
 * What an answer of Matomo's API comes to. `refused`: Matomo itself says that strangers get nothing of it, which is a
 * verdict; every other way of not answering is trouble.
 */
export type Understood<T> =
  | { verdict: "answered"; value: T }
  | { verdict: "refused" }
  | { verdict: "trouble"; trouble: OutsideTrouble; asksPassword: boolean; message: string };

type Answer = Extract<Reply, { ok: true }>;

const errorSchema = z.object({ result: z.literal("error"), message: z.string().catch("") });

/** Reads an answer of the API, as `shape` says it looks. */
export function understandJson<T>(reply: Reply, shape: z.ZodType<T>): Understood<T> {
  if (!reply.ok) return troubled(reply.trouble);
  const { status, asksPassword } = reply;
  const json = parsed(reply.body);
  const error = errorSchema.safeParse(json).data;
  // Whatever else an answer holds was written by visitors.
  const said = troubleSaid(reply, error?.message ?? (json === undefined ? reply.body : ""));
  if (said !== null) return troubled(said, asksPassword);
  if (error && !asksPassword && isRefusal(status, error.message)) return { verdict: "refused" };
  const trouble = troubleOfStatus(status);
  if (trouble !== null)
    return troubled(error && status === 400 ? "matomo-error" : trouble, asksPassword, error?.message);
  if (error) return troubled("matomo-error", false, error.message);
  if (json === undefined) return troubled(reply.body.trimStart().startsWith("<") ? "not-json" : "not-understood");
  const value = shape.safeParse(json);
  return value.success ? { verdict: "answered", value: value.data } : troubled("not-understood");
}

/** Matomo's own words, in English whatever the language (core/Exception/PluginDeactivatedException). */
const PLUGIN_IS_OFF = /The plugin '?\w+'? is not enabled/;
/** The access that is asked for stands untranslated in every language: `'view'` (core/Access, General_ExceptionPrivilege). */
const NEEDS_VIEW = /['’"]view['’"]|&#0?39;view&#0?39;/;

/**
 * Whether Matomo itself says that strangers get nothing of what was asked: 401 since 5.0, and 200 before
 * (docs/matomo.md#answers-to-anonymous-visitors); a plugin that is off is 200, and 403 since 5.7; one that is missing 404.
 */
function isRefusal(status: number, message: string): boolean {
  if (status === 401 || status === 403 || status === 404) return true;
  return status === 200 && (NEEDS_VIEW.test(message) || PLUGIN_IS_OFF.test(message));
}

const UPGRADE = /database upgrade required/i;
/** What to add to config.ini.php, in English whatever the language (core/FrontController, plugins/CoreHome). */
const UNTRUSTED_HOST = /trusted_hosts\[\]/;

/** What an answer says of Matomo itself, in its own `words`, whatever was asked; null when nothing. */
function troubleSaid({ status, module }: Answer, words: string): OutsideTrouble | null {
  if (module === "CoreUpdater" || UPGRADE.test(words)) return "upgrade-pending";
  // In every language the message holds the address of whoever asks, and no other one does.
  return status === 401 && holdsIpAddress(words) ? "ip-list" : null;
}

function holdsIpAddress(text: string): boolean {
  return text
    .split(/[^0-9A-Fa-f:.]+/)
    .some((part) => isIP(part.replace(/^[.:]+(?=[0-9A-Fa-f])|(?<!\.)\.+$/g, "")) !== 0);
}

/** The sign-in form as Matomo's template `Login/login` writes it. */
const SIGN_IN_FORM = /id="login_form"|name="form_(login|password)"/;
/** What Matomo writes into the head of a page about a site. */
const MATOMO_PAGE = /\bpiwik\.(idSite|siteName|period)\b/;

/** Reads a page of Matomo: shown, refused with the sign-in form, or neither for sure. */
export function understandPage(reply: Reply): Understood<null> {
  if (!reply.ok) return troubled(reply.trouble);
  const { status, body, asksPassword } = reply;
  const isShown = status === 200 && MATOMO_PAGE.test(body);
  const said = troubleSaid(reply, isShown ? "" : body);
  if (said !== null) return troubled(said, asksPassword);
  if ((status === 200 || status === 401 || status === 403) && SIGN_IN_FORM.test(body)) return { verdict: "refused" };
  if (!isShown && UNTRUSTED_HOST.test(body)) return troubled("untrusted-host");
  const trouble = troubleOfStatus(status);
  if (trouble !== null) return troubled(trouble, asksPassword);
  return isShown ? { verdict: "answered", value: null } : troubled("not-understood");
}

function troubled(trouble: OutsideTrouble, asksPassword = false, message = ""): Understood<never> {
  return { verdict: "trouble", trouble, asksPassword, message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
