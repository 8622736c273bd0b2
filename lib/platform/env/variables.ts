import { z } from "zod";
import { parseIpRange } from "@/lib/platform/ip-address";

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
/** What an HTTP header carries unchanged. */
const BEARER = /^[\x20-\x7e]*$/;
const NO_BEARER = "may hold letters, digits and signs of ASCII only; no HTTP header carries others unchanged";
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
const DAYS_RANGE = "must be a number of days, 0 to 3650";
/** Reminders of one period are told apart by their addresses, and a period is up to 31 days long. */
const MAIL_DAYS_RANGE = "must be a number of days, 60 to 3650";
const PORT_RANGE = "must be a port number, 1 to 65535";

/** `security@house.example` or `Security <security@house.example>`, and nothing that a header could be made longer by. */
const isOneMailbox = (text: string) =>
  /^(?:[^\p{Cc}<>@,;"]+ <[^\s\p{Cc}<>@,;"]+@[^\s\p{Cc}<>@,;"]+>|[^\s\p{Cc}<>@,;"]+@[^\s\p{Cc}<>@,;"]+)$/u.test(text);

/** Each variable by itself: what it may be, what it is when it is left out, and the sentence about what is wrong. */
export const variables = z.object({
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
  CRON_SECRET: required("is missing")
    .min(16, "must be 16 characters or longer; try: openssl rand -base64 24")
    .regex(BEARER, NO_BEARER),
  MATOMO_SALT: optional(z.string()),
  TOTP_WINDOW: z.preprocess(blankIsUnset, z.enum(["1", "2"], "must be 1 or 2").default("1").transform(Number)),
  OIDC_ISSUER: optional(httpUrl),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_LOGIN_CLAIM: optional(z.string().regex(/^[\w:/.-]{1,100}$/, "must be the name of a claim")),
  OIDC_NAME: z.preprocess(blankIsUnset, z.string().max(40, "may be 40 characters long").default("single sign-on")),
  MAIL_TRANSPORT: z.enum(["resend", "smtp", "mailbox"], { error: orMissing("must be resend, smtp or mailbox") }),
  MAIL_FROM: required("is missing; an address such as 'Public Access <alerts@your-domain.org>'").regex(
    /^[^\r\n@]*@[^\r\n]*$/,
    "must hold an e-mail address",
  ),
  MAIL_REPLY_TO: optional(
    z.string().refine(isOneMailbox, "must be one e-mail address, such as security@your-domain.org"),
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
  METRICS_TOKEN: optional(z.string().min(16, "must be 16 characters or longer").regex(BEARER, NO_BEARER)),
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
  WHO_WAS_ACTIVE: z.preprocess(blankIsUnset, z.enum(["on", "off"], "must be on or off").default("on")),
  ORIGIN_RETENTION_DAYS: z.preprocess(
    blankIsUnset,
    z.coerce.number(DAYS_RANGE).int(DAYS_RANGE).min(0, DAYS_RANGE).max(3650, DAYS_RANGE).default(180),
  ),
  MAIL_RETENTION_DAYS: z.preprocess(
    blankIsUnset,
    z.coerce
      .number(MAIL_DAYS_RANGE)
      .int(MAIL_DAYS_RANGE)
      .min(60, MAIL_DAYS_RANGE)
      .max(3650, MAIL_DAYS_RANGE)
      .default(180),
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

/** The part of it that commands on the database need. */
export const databaseVariables = variables.pick({
  DATABASE_URL: true,
  MATOMO_TABLE_PREFIX: true,
  MATOMO_SALT: true,
  WHO_WAS_ACTIVE: true,
});

export type Env = z.infer<typeof variables>;

/** Every variable the portal reads, by name. */
export const variableNames: readonly string[] = Object.keys(variables.shape);
