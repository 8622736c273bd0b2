import { describe, expect, it } from "vitest";
import { lintPlanted } from "@/tests/support/planted-lint";

type Room = { file: string; rule: string; refused: string[]; allowed: string[] };

const PRISMA = ["@/prisma/generated/mysql/client", "@prisma/client", "@prisma/adapter-mariadb"];
const FRAMEWORK = [
  "next/headers",
  "next/server",
  "next-auth",
  "next-auth/jwt",
  "react",
  "react-dom/server",
  "react-email",
];
const WORDS = ["use-intl", "use-intl/core", "@/lib/languages/words"];
const REQUEST = ["@/lib/auth/page-guard", "@/lib/auth/cookie", "@/lib/auth/request", "@/lib/action"];
const NEWER_DOMAINS = [
  "@/lib/activity/to-csv",
  "@/lib/coverage/queries",
  "@/lib/deliveries/queries",
  "@/lib/drill/queries",
  "@/lib/escalation/escalate",
  "@/lib/exposure/queries",
  "@/lib/findings/record-findings",
  "@/lib/probe/queries",
  "@/lib/review/keep",
  "@/lib/roster/queries",
  "@/lib/statement/queries",
];
const ABOVE_LIB = ["@/app/page", "@/components/ui/button", "@/emails/made-public"];
const UPWARDS = ["../db/client", "../../lib/db/client", "./../db/client", "@/lib/x/../db/client"];

/** Which room may import which. */
const ROOMS: Room[] = [
  {
    file: "app/(portal)/planted/page.tsx",
    rule: "app/ asks lib/<domain>, never the database, Matomo's tables, mails or Prisma",
    refused: [
      "@/lib/db/client",
      "@/lib/db/transaction",
      "@/lib/matomo/sites",
      "@/emails/made-public",
      ...PRISMA,
      ...UPWARDS,
    ],
    allowed: [
      "@/lib/public-access/queries",
      "@/lib/watch/run-watch",
      "@/components/ui/button",
      "next/link",
      "react",
      "./part",
    ],
  },
  {
    file: "app/api/planted/route.ts",
    rule: "routes are part of app/",
    refused: ["@/lib/db/client", "@/lib/matomo/users"],
    allowed: ["@/lib/cron/authorize", "next/server"],
  },
  {
    file: "components/ui/planted.tsx",
    rule: "components/ui could ship in another product",
    refused: [
      "@/lib/public-access/schema",
      "@/lib/result",
      "@/lib/env",
      "@/components/public-access/sites-table",
      "@/components/activity/list",
      "@/components/settings/form",
      "@/components/mailbox/list",
      "@/components/auth/step-up",
      "@/components/layout/brand",
      "@/components/a-room-of-tomorrow/x",
      "@/app/page",
      "@/emails/theme",
      ...PRISMA,
      ...UPWARDS,
    ],
    allowed: ["@/components/ui/button", "./button", "react", "radix-ui", "lucide-react", "next/link"],
  },
  ...["public-access", "auth", "activity", "settings", "mailbox", "layout", "outside", "a-room-of-tomorrow"].map(
    (domain) => ({
      file: `components/${domain}/planted.tsx`,
      rule: `components/${domain} knows schema, terms, actions and query-options only`,
      refused: [
        "@/lib/public-access/grant",
        "@/lib/public-access/queries",
        "@/lib/public-access/policy",
        "@/lib/auth/session",
        "@/lib/action",
        "@/lib/env",
        "@/lib/logger",
        "@/lib/db/client",
        "@/lib/matomo/sites",
        "@/emails/theme",
        "@/app/page",
        ...PRISMA,
        ...UPWARDS,
      ],
      allowed: [
        "@/lib/public-access/schema",
        "@/lib/public-access/terms",
        "@/lib/public-access/actions",
        "@/lib/public-access/query-options",
        "@/lib/auth/schema",
        "@/lib/result",
        "@/components/ui/button",
        "./row",
        "react",
        "next/navigation",
      ],
    }),
  ),
  ...[
    "public-access/grant",
    "public-access/queries",
    "watch/run-watch",
    "reminders/run-reminders",
    "settings/store",
    "sessions/end-sessions",
    "activity/export-activity",
    "coverage/queries",
    "deliveries/send-again",
    "drill/start-drill",
    "escalation/escalate",
    "exposure/queries",
    "findings/acknowledge",
    "probe/run-probe",
    "review/keep",
    "roster/queries",
    "doctor/examine",
    "core-gap/queries",
    "statement/queries",
  ].map((verb) => ({
    file: `lib/${verb}.ts`,
    rule: `lib/${verb} takes arguments and gives codes: no framework, no mails, no request, no words`,
    refused: [...FRAMEWORK, ...WORDS, ...REQUEST, ...ABOVE_LIB, ...UPWARDS],
    allowed: [
      "@/lib/audit/record",
      "@/lib/alerts/queue-alert",
      "@/lib/matomo/sites",
      "@/lib/db/transaction",
      "./schema",
    ],
  })),
  ...["audit/record", "alerts/queue-alert"].map((verb) => ({
    file: `lib/${verb}.ts`,
    rule: `lib/${verb} is called by the domains and calls none`,
    refused: [
      "@/lib/public-access/grant",
      "@/lib/watch/diff",
      "@/lib/reminders/policy",
      ...NEWER_DOMAINS,
      ...FRAMEWORK,
      ...WORDS,
      ...REQUEST,
      ...ABOVE_LIB,
    ],
    allowed: ["@/lib/db/transaction", "@/lib/outbox/enqueue", "@/lib/mail/schema", "node:crypto"],
  })),
  ...["outbox/enqueue", "outbox/deliver"].map((verb) => ({
    file: `lib/${verb}.ts`,
    rule: `lib/${verb} knows rows and senders, not sites`,
    refused: [
      "@/lib/matomo/sites",
      "@/lib/public-access/queries",
      "@/lib/watch/diff",
      "@/lib/reminders/policy",
      ...NEWER_DOMAINS,
      ...FRAMEWORK,
      ...WORDS,
      ...REQUEST,
      ...ABOVE_LIB,
    ],
    allowed: ["@/lib/db/transaction", "@/lib/audit/record", "@/lib/mail/schema", "./retry-policy"],
  })),
  ...["matomo/sites", "db/client"].map((verb) => ({
    file: `lib/${verb}.ts`,
    rule: `lib/${verb} is the ground floor`,
    refused: [
      "@/lib/public-access/schema",
      "@/lib/watch/diff",
      "@/lib/audit/record",
      "@/lib/outbox/enqueue",
      "@/lib/alerts/recipients",
      "@/lib/mail/schema",
      ...NEWER_DOMAINS,
      ...FRAMEWORK,
      ...WORDS,
      ...ABOVE_LIB,
    ],
    allowed: ["@/lib/errors", "@/lib/env", "node:crypto", "@prisma/adapter-mariadb", "@/prisma/generated/mysql/client"],
  })),
  ...[
    "public-access/policy",
    "reminders/policy",
    "watch/diff",
    "outbox/retry-policy",
    "public-access/schema",
    "public-access/terms",
    "mail/schema",
    "outbox/schema",
    "auth/schema",
    "exposure/policy",
    "audit/filter/schema",
    "languages/schema",
    "doctor/policy",
    "core-gap/policy",
  ].map((pure) => ({
    file: `lib/${pure}.ts`,
    rule: `lib/${pure} is pure`,
    refused: [
      "@/lib/db/client",
      "@/lib/matomo/sites",
      "@/lib/env",
      "@/lib/logger",
      "@/lib/audit/record",
      "./queries",
      "node:fs",
      "node:fs/promises",
      "fs",
      "node:crypto",
      "pino",
      "resend",
      "nodemailer",
      ...PRISMA,
      ...FRAMEWORK,
      ...ABOVE_LIB,
      ...UPWARDS,
    ],
    allowed: ["@/lib/settings/schema", "@/lib/errors", "./schema", "zod", "date-fns", "@date-fns/tz"],
  })),
  {
    file: "lib/languages/planted.ts",
    rule: "lib/languages knows words and who asks, no domain and no table",
    refused: [
      "@/lib/db/client",
      "@/lib/matomo/languages",
      "@/lib/public-access/schema",
      "@/lib/auth/session",
      "@/lib/env",
      ...PRISMA,
      ...ABOVE_LIB,
      ...UPWARDS,
    ],
    allowed: ["@/messages/catalogue", "@/lib/auth/session-language", "@/lib/errors", "next/headers", "use-intl/core"],
  },
  {
    file: "messages/planted.ts",
    rule: "messages/ knows nothing of the house",
    refused: ["@/lib/languages/words", "@/lib/env", ...PRISMA, ...FRAMEWORK, ...ABOVE_LIB, ...UPWARDS],
    allowed: ["node:fs", "node:path", "./en.json", "use-intl/core"],
  },
  {
    file: "lib/mail/render.tsx",
    rule: "lib/mail alone renders mails, and knows no page",
    refused: ["@/app/page", "@/components/ui/button", ...UPWARDS],
    allowed: ["@/emails/made-public", "react-email", "@/lib/outbox/sender"],
  },
  {
    file: "emails/planted.tsx",
    rule: "mails get plain props",
    refused: [
      "@/lib/mail/schema",
      "@/lib/env",
      "@/app/page",
      "@/components/ui/button",
      "../lib/env",
      "../app/page",
      ...PRISMA,
    ],
    allowed: ["react-email", "react", "./theme", "@/emails/theme", "@/messages/catalogue"],
  },
];

/** Each specifier once in each form in which a module can be reached. */
const FORMS: Record<string, (specifier: string, index: number) => string> = {
  import: (specifier, index) => `import { a${index} } from "${specifier}";`,
  "import type": (specifier, index) => `import type { B${index} } from "${specifier}";`,
  "export from": (specifier, index) => `export { c${index} } from "${specifier}";`,
  "dynamic import": (specifier, index) => `export const d${index} = () => import("${specifier}");`,
};

describe.each(Object.entries(FORMS))("the rooms of the house, reached by %s", (_form, write) => {
  const specifiers = (room: Room) => [...room.refused, ...room.allowed];
  const files = Object.fromEntries(ROOMS.map((room) => [room.file, `${specifiers(room).map(write).join("\n")}\n`]));
  const lines = lintPlanted(files, ["style/noRestrictedImports"]);

  it.each(ROOMS.map((room) => [room.rule, room] as const))("%s", (_rule, room) => {
    const refused = specifiers(room).filter((_, index) => lines.get(room.file)?.has(index + 1));
    expect(refused).toEqual(room.refused);
  });
});

describe("the branded types", () => {
  it("come to the verbs as types only: no verb reads a session or makes a step-up", () => {
    const text = [
      'import type { SuperUser } from "@/lib/auth/session";',
      'import type { RecentProof, StepUp } from "@/lib/auth/step-up";',
      'import { loadSuperUser } from "@/lib/auth/session";',
      'import { consumeProof } from "@/lib/auth/step-up";',
    ].join("\n");
    const lines = lintPlanted({ "lib/public-access/grant.ts": text }, ["style/noRestrictedImports"]);
    expect([...(lines.get("lib/public-access/grant.ts") ?? [])]).toEqual([3, 4]);
  });

  it("leave the clock to the caller in pure files", () => {
    const text = 'import { DAY_MS, plus } from "@/lib/clock";\nimport { now } from "@/lib/clock";\n';
    const lines = lintPlanted({ "lib/reminders/policy.ts": text }, ["style/noRestrictedImports"]);
    expect([...(lines.get("lib/reminders/policy.ts") ?? [])]).toEqual([2]);
  });
});

describe("process.env", () => {
  it("is read in lib/env.ts only", () => {
    const text = "export const x = process.env.CRON_SECRET;\n";
    const files = [
      "lib/env.ts",
      "lib/logger.ts",
      "app/page.tsx",
      "components/ui/x.tsx",
      "emails/x.tsx",
      "instrumentation.ts",
    ];
    const lines = lintPlanted(Object.fromEntries(files.map((file) => [file, text])), ["style/noProcessEnv"]);
    expect(files.filter((file) => lines.get(file)?.size)).toEqual(files.slice(1));
  });
});
