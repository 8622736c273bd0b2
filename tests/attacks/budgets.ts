/**
 * What one call of a stranger may cost: statements to the database, BEGIN and COMMIT among them, for `nobody` and for
 * whoever brings the cookie of a `dead` session; and calls to anybody else, none unless said.
 */
export type Budget = { nobody: number; dead: number; calls?: number };

const NOTHING: Budget = { nobody: 0, dead: 0 };
/** A dead session is looked up to be refused, and once more for the language to say so in. */
const SIGNED_IN: Budget = { nobody: 0, dead: 3 };
/** A refusal that is recorded: five within a minute as events of their own, nine statements each; all others are counted. */
const RECORDED = NOTHING;
/** The provider's addresses are asked for. */
const CALLS_PROVIDER: Budget = { nobody: 0, dead: 0, calls: 1 };

const readBySuperUsers = [
  ...["activity/export", "block", "drills", "findings", "outside", "outside/1", "outside/preview", "sites", "sites/1"],
  ...["sites/changes", "sites/facets", "sites/matching", "statements/1"],
];
const recordedWithoutSecret = [
  ...["GET /api/cron/deliver", "GET /api/cron/probe", "GET /api/cron/reminders", "GET /api/cron/watch"],
  ...["GET /api/metrics", "POST /api/reminders/slow", "POST /api/webhooks/resend"],
];
const free = [
  ...["GET /api/healthz", "HEAD /api/healthz", "GET /api/refused", "POST /api/refused", "GET /api/reminders/slow"],
  ...["HEAD /api/reminders/slow", "GET /favicon.ico", "HEAD /favicon.ico", "POST /favicon.ico", "GET /icon.svg"],
  ...["HEAD /icon.svg", "POST /icon.svg", "GET /api/auth/csrf", "GET /api/auth/providers", "GET /api/auth/signin"],
  ...["GET /api/auth/error?error=AccessDenied", "GET /api/auth/session", "GET /api/auth/signout"],
  ...["GET /api/auth/callback/single-sign-on", "GET /api/auth/callback/single-sign-on-step-up"],
  ...[
    "GET /api/messages/1",
    "GET /api/auth/verify-request",
    "POST /api/auth/signin/matomo",
    "POST /api/auth/session",
    "POST /api/auth/_log",
  ],
];
const callProvider = [...["POST /api/auth/signin/single-sign-on", "POST /api/auth/signin/single-sign-on-step-up"]];

const all = (names: readonly string[], budget: Budget) => Object.fromEntries(names.map((name) => [name, budget]));

export const BUDGETS: Record<"action" | "page" | "refusedMethod", Budget> & { routes: Record<string, Budget> } = {
  /** every one is refused in one place, lib/auth/command.ts, and recorded */
  action: SIGNED_IN,
  /** the frame, the page and its title each look for a session, and the language and the clock are asked for */
  page: { nobody: 0, dead: 7 },
  refusedMethod: RECORDED,
  routes: {
    ...all(free, NOTHING),
    ...all(
      readBySuperUsers.map((path) => `GET /api/${path}`),
      SIGNED_IN,
    ),
    ...all(["POST /api/sites/consequences", "POST /api/step-up"], SIGNED_IN),
    ...all(recordedWithoutSecret, RECORDED),
    ...all(callProvider, CALLS_PROVIDER),
    // What is wrong is read for everybody at once, and kept for 5 seconds: between two readings it is free.
    ...all(["GET /api/readyz", "HEAD /api/readyz"], NOTHING),
    "POST /api/auth/callback/matomo": { nobody: 7, dead: 7 },
    "POST /api/auth/callback/step-up": { nobody: 0, dead: 1 },
  },
};
