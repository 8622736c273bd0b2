import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) address" });
const required = (error: string) => z.string({ error }).min(1, error);

const PORT_RANGE = "must be a port number, 1 to 65535";

const variables = z.object({
  DATABASE_URL: required("is missing; mysql://user:password@host:3306/matomo or file:./matomo.db").regex(
    /^(mysql|mariadb):\/\/.+|^file:.+/,
    "must begin with mysql://, mariadb:// or file:",
  ),
  MATOMO_TABLE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_]{0,32}$/, "may hold letters, digits and _ only, at most 32")
    .default("matomo_"),
  MATOMO_URL: optional(httpUrl),
  NEXTAUTH_URL: httpUrl,
  NEXTAUTH_SECRET: required("is missing").min(32, "must be 32 characters or longer; try: openssl rand -base64 32"),
  CRON_SECRET: required("is missing").min(16, "must be 16 characters or longer; try: openssl rand -base64 24"),
  MAIL_TRANSPORT: z.enum(["resend", "smtp", "mailbox"], "must be resend, smtp or mailbox"),
  MAIL_FROM: required("is missing; an address such as 'Public Access <alerts@your-domain.org>'").regex(
    /^[^\r\n]*@[^\r\n]*$/,
    "must hold an e-mail address",
  ),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: optional(httpUrl),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/.+/, "must begin with smtp:// or smtps://")),
  MAILBOX_DIR: optional(z.string()),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(1, PORT_RANGE).max(65_535, PORT_RANGE).default(3000),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent").default("info"),
  ),
});

const schema = variables.check((context) => {
  const env = context.value;
  const needs = { resend: "RESEND_API_KEY", smtp: "SMTP_URL", mailbox: "MAILBOX_DIR" } as const;
  const name = needs[env.MAIL_TRANSPORT];
  if (!env[name]) {
    context.issues.push({
      code: "custom",
      path: [name],
      message: `is missing; MAIL_TRANSPORT=${env.MAIL_TRANSPORT} needs it`,
      input: undefined,
    });
  }
});

const databaseSchema = variables.pick({ DATABASE_URL: true, MATOMO_TABLE_PREFIX: true });

export type Env = z.infer<typeof schema>;

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

function parse<T extends z.ZodType>(type: T, source: Source): z.infer<T> {
  const parsed = type.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
}

/** Parses `source` (variables by name). Throws `EnvError` naming every bad variable at once. */
export function parseEnv(source: Source): Env {
  return parse(schema, source);
}

let cached: Env | undefined;

/** The configuration of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The part of the configuration that commands on the database need (`db:migrate`). Throws `EnvError`. */
export function databaseEnv(source: Source = process.env): Pick<Env, "DATABASE_URL" | "MATOMO_TABLE_PREFIX"> {
  return parse(databaseSchema, source);
}
