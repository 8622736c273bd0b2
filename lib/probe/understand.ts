import { z } from "zod";
import type { Reply } from "./ask";
import type { OutsideTrouble } from "./terms";
import { troubleOfStatus } from "./trouble-of";

/**
 * What an answer of Matomo's API comes to. `refused`: Matomo itself says that strangers may not (401 and its own JSON,
 * fact 18.1), which is a verdict; every other way of not answering is trouble.
 */
export type Understood<T> =
  | { verdict: "answered"; value: T }
  | { verdict: "refused" }
  | { verdict: "trouble"; trouble: OutsideTrouble; asksPassword: boolean; message: string };

const errorSchema = z.object({ result: z.literal("error"), message: z.string().catch("") });

/** Reads an answer of the API, as `shape` says it looks. */
export function understandJson<T>(reply: Reply, shape: z.ZodType<T>): Understood<T> {
  if (!reply.ok) return troubled(reply.trouble);
  const { status, asksPassword } = reply;
  const json = parsed(reply.body);
  const error = errorSchema.safeParse(json).data;
  if (status === 401 && error && !asksPassword) return { verdict: "refused" };
  const trouble = troubleOfStatus(status);
  if (trouble !== null)
    return troubled(error && status === 400 ? "matomo-error" : trouble, asksPassword, error?.message);
  if (error) return troubled("matomo-error", false, error.message);
  if (json === undefined) return troubled(reply.body.trimStart().startsWith("<") ? "not-json" : "not-understood");
  const value = shape.safeParse(json);
  return value.success ? { verdict: "answered", value: value.data } : troubled("not-understood");
}

/** The sign-in form as Matomo's template `Login/login` writes it. */
const SIGN_IN_FORM = /id="login_form"|name="form_(login|password)"/;
/** What Matomo writes into the head of a page about a site. */
const MATOMO_PAGE = /\bpiwik\.(idSite|siteName|period)\b/;

/** Reads a page of Matomo: shown, refused with the sign-in form (fact 18.1), or neither for sure. */
export function understandPage(reply: Reply): Understood<null> {
  if (!reply.ok) return troubled(reply.trouble);
  const { status, body, asksPassword } = reply;
  if ((status === 200 || status === 401 || status === 403) && SIGN_IN_FORM.test(body)) return { verdict: "refused" };
  const trouble = troubleOfStatus(status);
  if (trouble !== null) return troubled(trouble, asksPassword);
  return MATOMO_PAGE.test(body) ? { verdict: "answered", value: null } : troubled("not-understood");
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
