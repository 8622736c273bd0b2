import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());
/** Says "is missing" of what is not there, and `error` of what is wrong. */
const orMissing = (error: string) => (issue: { input: unknown }) => (issue.input === undefined ? "is missing" : error);
const httpUrl = z.url({ protocol: /^https?$/, error: orMissing("must be an http(s) address") });
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
  MAIL_TRANSPORT: z.enum(["resend", "smtp", "mailbox"], { error: orMissing("must be resend, smtp or mailbox") }),
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

const NEEDED_BY = { resend: "RESEND_API_KEY", smtp: "SMTP_URL", mailbox: "MAILBOX_DIR" } as const;

const databaseSchema = variables.pick({ DATABASE_URL: true, MATOMO_TABLE_PREFIX: true });

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

/** Parses `source` (variables by name). Throws `EnvError` naming every bad variable at once. */
export function parseEnv(source: Source): Env {
  const problems = problemsOf(variables, source);
  const transport = variables.shape.MAIL_TRANSPORT.safeParse(source.MAIL_TRANSPORT).data;
  const needed = transport && NEEDED_BY[transport];
  if (needed && !source[needed]) problems.set(needed, `${needed} is missing; MAIL_TRANSPORT=${transport} needs it`);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  return variables.parse(source);
}

let cached: Env | undefined;

/** The configuration of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The part of the configuration that commands on the database need (`db:migrate`). Throws `EnvError`. */
export function databaseEnv(source: Source = process.env): z.infer<typeof databaseSchema> {
  const problems = problemsOf(databaseSchema, source);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  return databaseSchema.parse(source);
}
