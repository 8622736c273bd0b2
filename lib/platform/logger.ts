import pino from "pino";
import type { Env } from "@/lib/platform/env/variables";
import { env } from "./env";
import { visibleJson } from "./escape-invisible";

// Never forgotten: what ends late, such as a pool of connections, still has something to say.
let instance: pino.Logger | undefined;

/** JSON lines on standard output; text from outside is a JSON string, so it never makes a second line. */
export function logger(): pino.Logger {
  instance ??= buildLogger(env());
  return instance;
}

type LogSettings = Pick<Env, "LOG_LEVEL"> & Partial<Env>;

/** Names under which secrets travel; what stands there is hidden. (`code` is what errors and refusals are called by.) */
const SECRET_NAMES = [
  "password",
  "cookie",
  "authorization",
  "proofId",
  "sessionId",
  "secondFactorSecret",
  "passwordHash",
];
const DEPTHS = ["", "*.", "*.*."];
/** Shorter values would hide half of every line; none of ours is that short. */
const SECRET_MIN_LENGTH = 6;

/**
 * A logger as the portal runs with. Whatever is logged: one line, no invisible character, nothing under a name of a
 * secret, and no value of the configuration that is one. Of an error only its name, code, words and causes are
 * written: the fields that drivers and senders hang on errors hold statements, parameters and addresses.
 * @param destination standard output unless a test gives another
 */
export function buildLogger(settings: LogSettings, destination?: pino.DestinationStream): pino.Logger {
  const hidden = secretsOf(settings);
  const withoutSecrets = (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
  return pino(
    {
      level: settings.LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: DEPTHS.flatMap((depth) => SECRET_NAMES.map((name) => depth + name)), censor: "[secret]" },
      serializers: { err: describeError },
      hooks: { streamWrite: (line) => visibleJson(withoutSecrets(line)) },
    },
    destination ?? pino.destination(1),
  );
}

/** `text` without any value of the configuration that nobody may read. */
export function hideSecrets(text: string, settings: LogSettings): string {
  return secretsOf(settings).reduce((left, secret) => left.replaceAll(secret, "[secret]"), text);
}

/** Values of the configuration that nobody may read, as they would stand in a line. */
function secretsOf(settings: LogSettings): string[] {
  const values = [
    settings.NEXTAUTH_SECRET,
    settings.CRON_SECRET,
    settings.MATOMO_SALT,
    settings.OIDC_CLIENT_SECRET,
    settings.RESEND_API_KEY,
    settings.RESEND_WEBHOOK_SECRET,
    settings.ALERT_WEBHOOK_SECRET,
    settings.METRICS_TOKEN,
    settings.STATEMENT_KEY,
    // Whoever knows these can keep a monitor quiet, or speak in the portal's name.
    settings.HEARTBEAT_URL,
    settings.ALERT_WEBHOOK_URL,
    ...passwordsIn(settings.DATABASE_URL),
    ...passwordsIn(settings.SMTP_URL),
    ...passwordsIn(settings.FALLBACK_SMTP_URL),
  ];
  return values
    .filter((value) => value !== undefined && value.length >= SECRET_MIN_LENGTH)
    .map((value) => JSON.stringify(value).slice(1, -1))
    .sort((a, b) => b.length - a.length);
}

/** The password of an address, as it is written there and as it is meant. */
function passwordsIn(url: string | undefined): string[] {
  if (!url || !URL.canParse(url)) return [];
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

type DescribedError = { type: string; code?: string; message: string; stack?: string; cause?: DescribedError };

function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutParameters(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: withoutParameters(error.message),
    ...(error.stack !== undefined && { stack: withoutParameters(error.stack) }),
    ...(error.cause !== undefined && depth < 5 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** MariaDB's driver ends its words with the statement and its values. */
function withoutParameters(words: string): string {
  return words.replace(/ - parameters:\[[^\n]*/g, " - parameters:[…]");
}
