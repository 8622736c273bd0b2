import { z } from "zod";
import { parseIpRange } from "@/lib/ip-address";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());
/** Says "is missing" of what is not there, and `error` of what is wrong. */
const orMissing = (error: string) => (issue: { input: unknown }) => (issue.input === undefined ? "is missing" : error);
const httpUrl = z.url({ protocol: /^https?$/, error: orMissing("must be an http(s) address") });
/** No longer than its scheme, host and port, in one spelling. */
const ownAddress = httpUrl
  .refine((text) => /^https?:\/\/[^/?#@\\]+\/?$/i.test(text), {
    error: "must be scheme, host and port only, without a path, a query or credentials: https://portal.example",
  })
  .transform((text) => new URL(text).origin);
const required = (error: string) => z.string({ error }).min(1, error);

const flag = z.preprocess(
  blankIsUnset,
  z
    .enum(["true", "false"], "must be true or false")
    .default("false")
    .transform((text) => text === "true"),
);

/** Other clients' words, which would be passed over in silence: the connection would be in the clear. */
const OTHER_WORD_FOR_TLS = /[?&](?!ssl=(?:true|false)(?:&|$))\w*(?:ssl|tls)/i;
const INTERVAL_RANGE = "must be a number of minutes, 1 to 1440";
const SITE_ID = "must be the id of a site in Matomo, a whole number from 1 on";
const PORT_RANGE = "must be a port number, 1 to 65535";

const variables = z.object({
  DATABASE_URL: required("is missing; mysql://user:password@host:3306/matomo or file:./matomo.db")
    .regex(/^(mysql|mariadb):\/\/.+|^file:.+/, "must begin with mysql://, mariadb:// or file:")
    .refine((url) => !OTHER_WORD_FOR_TLS.test(url), "asks for TLS in a word that is not known here; write ?ssl=true"),
  MATOMO_TABLE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_]{0,32}$/, "may hold letters, digits and _ only, at most 32")
    .default("matomo_"),
  MATOMO_URL: optional(httpUrl),
  CANARY_SITE_ID: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,9}$/, SITE_ID)
      .transform(Number)
      .refine((id) => id <= 4_294_967_295, SITE_ID),
  ),
  NEXTAUTH_URL: ownAddress,
  PROXY_ENDS_TLS: flag,
  TRUSTED_PROXIES: z.preprocess(
    blankIsUnset,
    z
      .string()
      .default("")
      .refine((list) => list === "" || list.split(",").every((entry) => parseIpRange(entry.trim()) !== null), {
        error: "must be IP addresses or ranges, separated by commas: 10.0.0.5, 192.168.0.0/16, ::1",
      }),
  ),
  NEXTAUTH_SECRET: required("is missing").min(32, "must be 32 characters or longer; try: openssl rand -base64 32"),
  CRON_SECRET: required("is missing").min(16, "must be 16 characters or longer; try: openssl rand -base64 24"),
  MATOMO_SALT: optional(z.string()),
  TOTP_WINDOW: z.preprocess(blankIsUnset, z.enum(["1", "2"], "must be 1 or 2").default("1").transform(Number)),
  OIDC_ISSUER: optional(httpUrl),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_LOGIN_CLAIM: optional(z.string().regex(/^[\w:/.-]{1,100}$/, "must be the name of a claim")),
  OIDC_NAME: z.preprocess(blankIsUnset, z.string().max(40, "may be 40 characters long").default("single sign-on")),
  MAIL_TRANSPORT: z.enum(["resend", "smtp", "mailbox"], { error: orMissing("must be resend, smtp or mailbox") }),
  MAIL_FROM: required("is missing; an address such as 'Public Access <alerts@your-domain.org>'").regex(
    /^[^\r\n]*@[^\r\n]*$/,
    "must hold an e-mail address",
  ),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: optional(httpUrl),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/.+/, "must begin with smtp:// or smtps://")),
  MAILBOX_DIR: optional(z.string()),
  RESEND_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, "must begin with whsec_, as Resend shows it"),
  ),
  FALLBACK_SMTP_URL: optional(z.string().regex(/^smtps?:\/\/.+/, "must begin with smtp:// or smtps://")),
  ALERT_WEBHOOK_URL: optional(httpUrl),
  ALERT_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, "must be whsec_ and 24 bytes or more in base64"),
  ),
  HEARTBEAT_URL: optional(httpUrl),
  METRICS_TOKEN: optional(z.string().min(16, "must be 16 characters or longer")),
  // 48 bytes: what every Ed25519 key in PKCS#8 begins with, and 32 of its own (RFC 8410, section 7).
  STATEMENT_KEY: optional(
    z
      .string()
      .regex(
        /^MC4CAQAwBQYDK2VwBCIEI[A-P][A-Za-z0-9+/]{42}$/,
        "must be an Ed25519 private key: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0",
      ),
  ),
  WATCH_INTERVAL_MINUTES: z.preprocess(
    blankIsUnset,
    z.coerce.number(INTERVAL_RANGE).int(INTERVAL_RANGE).min(1, INTERVAL_RANGE).max(1440, INTERVAL_RANGE).default(5),
  ),
  CRON: z.preprocess(
    blankIsUnset,
    z.enum(["external", "internal"], "must be external or internal").default("external"),
  ),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(1, PORT_RANGE).max(65_535, PORT_RANGE).default(3000),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent").default("info"),
  ),
});

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
const NEEDED_BY = { resend: "RESEND_API_KEY", smtp: "SMTP_URL", mailbox: "MAILBOX_DIR" } as const;

const databaseSchema = variables.pick({ DATABASE_URL: true, MATOMO_TABLE_PREFIX: true, MATOMO_SALT: true });

export type Env = z.infer<typeof variables>;

/** Every variable the portal reads, by name. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** Thrown when the configuration is missing or malformed. `message` names each variable, never a value. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not complete. Nothing was started.\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example for what each variable means.`,
    );
    this.name = "EnvError";
  }
}

type Source = Record<string, string | undefined>;

/** One sentence for each bad variable: the first that is wrong with it. */
function problemsOf(type: z.ZodType, source: Source): Map<string, string> {
  const problems = new Map<string, string>();
  for (const issue of type.safeParse(source).error?.issues ?? []) {
    const name = issue.path.join(".");
    if (!problems.has(name)) problems.set(name, `${name} ${issue.message}`);
  }
  return problems;
}

/** Whether plain http to this address stays on this machine. */
function isLoopback(url: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** What is wrong with variables together that is not wrong with one of them alone. */
function problemsBetween(source: Source): [name: string, problem: string][] {
  const problems: [string, string][] = [];
  const transport = variables.shape.MAIL_TRANSPORT.safeParse(source.MAIL_TRANSPORT).data;
  const needed = transport && NEEDED_BY[transport];
  if (needed && !source[needed]) problems.push([needed, `is missing; MAIL_TRANSPORT=${transport} needs it`]);
  const address = variables.shape.NEXTAUTH_URL.safeParse(source.NEXTAUTH_URL).data;
  if (address?.startsWith("http://") && !isLoopback(address) && source.PROXY_ENDS_TLS !== "true") {
    problems.push([
      "NEXTAUTH_URL",
      "is plain http, over which passwords and sessions can be read on the way. Use https, or set PROXY_ENDS_TLS=true if a proxy before the portal speaks https with browsers",
    ]);
  }
  const matomo = variables.shape.MATOMO_URL.safeParse(source.MATOMO_URL).data;
  if (address && matomo && !isLoopback(address) && new URL(matomo).hostname === new URL(address).hostname) {
    problems.push([
      "NEXTAUTH_URL",
      "has the host name of MATOMO_URL: a script injected into the one could ride the other's cookies. Give the portal a host name of its own",
    ]);
  }
  if (variables.shape.CANARY_SITE_ID.safeParse(source.CANARY_SITE_ID).data && !source.MATOMO_URL) {
    problems.push(["MATOMO_URL", "is missing; CANARY_SITE_ID needs it, so that the portal can look from outside"]);
  }
  const issuer = variables.shape.OIDC_ISSUER.safeParse(source.OIDC_ISSUER).data;
  if (issuer?.startsWith("http://") && !isLoopback(issuer)) problems.push(["OIDC_ISSUER", "must be an https address"]);
  if (source.ALERT_WEBHOOK_URL && !source.ALERT_WEBHOOK_SECRET) {
    problems.push([
      "ALERT_WEBHOOK_SECRET",
      "is missing; ALERT_WEBHOOK_URL needs it, so that the receiver can tell who calls",
    ]);
  }
  if (OIDC.some((name) => source[name])) {
    for (const name of OIDC) {
      if (!source[name]) problems.push([name, `is missing; single sign-on needs ${OIDC.join(", ")} together`]);
    }
  }
  return problems;
}

/** One sentence for each bad variable, by name; none holds a value. */
function allProblems(source: Source): Map<string, string> {
  const problems = problemsOf(variables, source);
  for (const [name, problem] of problemsBetween(source)) {
    if (!problems.has(name)) problems.set(name, `${name} ${problem}`);
  }
  return problems;
}

/** Parses `source` (variables by name). Throws `EnvError` naming every bad variable at once. */
export function parseEnv(source: Source): Env {
  const problems = allProblems(source);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  const parsed = variables.parse(source);
  return parsed.PROXY_ENDS_TLS ? { ...parsed, NEXTAUTH_URL: overHttps(parsed.NEXTAUTH_URL) } : parsed;
}

/** `problem` is a sentence that holds no value; null when the variable is as it should be. */
export type SettingState = { name: string; isSet: boolean; problem: string | null };

/** What is to be said of each variable, whether or not the rest is in order. */
export function settingStates(source: Source = process.env): SettingState[] {
  const problems = allProblems(source);
  return variableNames.map((name) => ({ name, isSet: Boolean(source[name]), problem: problems.get(name) ?? null }));
}

/** In the place of what is bad and cannot be left out. Nothing of it is ever connected to. */
const STAND_INS: Source = {
  DATABASE_URL: "file:stand-in.invalid",
  MATOMO_URL: "https://matomo.stand-in.invalid",
  NEXTAUTH_URL: "https://stand-in.invalid",
  NEXTAUTH_SECRET: "stand-in".repeat(4),
  CRON_SECRET: "stand-in".repeat(4),
  MAIL_TRANSPORT: "mailbox",
  MAIL_FROM: "stand-in@stand-in.invalid",
  MAILBOX_DIR: "stand-in.invalid",
  SMTP_URL: "smtp://stand-in.invalid",
  RESEND_API_KEY: "stand-in",
  ALERT_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
};

/**
 * For the doctor, who looks at what is in order while the rest is not: from now on `env()` answers with stand-ins for
 * the bad variables of `source`. Whoever calls this leaves alone what a bad variable is for (`settingStates`).
 */
export function standInForBadSettings(source: Source = process.env): void {
  let sound = source;
  // A stand-in can ask for another: MAIL_TRANSPORT=mailbox for a MAILBOX_DIR.
  for (let round = 0; round < 3; round += 1) {
    const bad = [...allProblems(sound).keys()];
    const left = bad.some((name) => name.startsWith("OIDC_")) ? [...bad, ...OIDC] : bad;
    sound = { ...sound, ...Object.fromEntries(left.map((name) => [name, STAND_INS[name]])) };
  }
  cached = parseEnv(sound);
}

/** The address that browsers see when a proxy ends TLS. */
function overHttps(origin: string): string {
  return origin.replace(/^http:/, "https:");
}

let cached: Env | undefined;

/** The configuration of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Whether this is a function on Vercel, which sets `VERCEL` by itself. Nobody else may set it. */
export function runsOnVercel(): boolean {
  return process.env.VERCEL === "1";
}

/** next-auth reads its address from the environment by itself: it gets the one that everything else uses. */
export function tellNextAuth({ NEXTAUTH_URL }: Env): void {
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
}

/** The part of the configuration that commands on the database need (`db:migrate`). Throws `EnvError`. */
export function databaseEnv(source: Source = process.env): z.infer<typeof databaseSchema> {
  const problems = problemsOf(databaseSchema, source);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  return databaseSchema.parse(source);
}
