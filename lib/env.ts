import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) address" });
const required = (error: string) => z.string({ error }).min(1, error);

const schema = z
  .object({
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
    PORT: z.preprocess(blankIsUnset, z.coerce.number("must be a port number").int().min(1).max(65_535).default(3000)),
    LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
  })
  .check((context) => {
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

export type Env = z.infer<typeof schema>;

/** Thrown when the configuration is missing or malformed. `message` names each variable, never a value. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not complete. Nothing was started.\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example for what each variable means.`,
    );
    this.name = "EnvError";
  }
}

/** Parses `source` (variables by name). Throws `EnvError` naming every bad variable at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
}

let cached: Env | undefined;

/** The configuration of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
