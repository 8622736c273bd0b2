/** The floors of lib, lowest first. A file imports from its own floor and from those below; rooms of a floor never in a circle. */
export const FLOORS = {
  platform: "knows nothing of the subject: database, environment, web, languages, clock, errors",
  matomo: "the only room that knows Matomo's tables",
  ledger: "what is written down: audit log, facts of events and mails, stored settings, leases and runs of jobs",
  messaging: "how a mail gets out: alerts, outbox, mail, the second channel",
  auth: "who somebody is: sign-in, sessions, step-up, and the two ways to make an action",
  domain: "what the portal is about: what is public, findings, watch, review, reminders, settings",
  jobs: "what runs by the clock, and what follows it",
  reports: "what is told of all that: statements, doctor, exposure, coverage, metrics",
};
const names = Object.keys(FLOORS);

const ROOM = "^(lib/[^/]+/[^/]+|components/.+)$";
const named = (list) => `^lib/.*[/-](${list})\\.tsx?$`;
const packages = (list) => `(^|node_modules/)(${list})(/|$)`;
const DATABASE = `^prisma/|${packages("@prisma|@libsql|mariadb")}`;
const FRAMEWORK = packages("next|next-auth|react|react-dom|react-email|@tanstack");
const WORDS = `${packages("use-intl")}|^lib/platform/languages/`;
const EFFECTS = `^(fs|http|https|net|tls|child_process|crypto)(/|$)|${packages("pino|nodemailer|resend")}`;

/** Verbs, queries and jobs. Beside them stands what joins them to the framework or says them in words. */
const VERBS = {
  path: "^lib/(matomo|ledger|messaging|domain|jobs|reports|platform/db)/",
  pathNot: [
    named("actions|query-options"),
    "^lib/messaging/mail/(render\\.tsx|deliver-soon\\.ts)$",
    "^lib/domain/probe/schedule-probe\\.ts$",
    "^lib/jobs/cron-route\\.ts$",
    "^lib/reports/(doctor/words|metrics/answer)\\.ts$",
  ],
};
/** What needs nothing but its arguments: shapes, closed lists, judgements. */
const PURE = named("schema|terms|policy|diff");
const MAY_BE_USED_BY_PURE = `${PURE}|^lib/platform/(clock|errors|date-format|result|site-id)\\.ts$|^lib/matomo/known-versions\\.ts$`;
const UNMAILED = "One that lib/ledger/audit/mail-of-event.ts has no mail for goes through recordAudit.";
/** What typed text is, and what may be done with it: whoever shows it knows. */
const TYPED_TEXT = "^lib/platform/typed-text-terms\\.ts$";
const MAILED = `${TYPED_TEXT}|^lib/ledger/facts/(mail-schema|finding-terms)\\.ts$`;
const SHOWN = `${named("schema|terms|actions|query-options")}|^lib/platform/result\\.ts$`;

/**
 * The packages that the browser may load with a page, before it can be used; scripts/check-first-load.mjs holds the pages
 * to it. What judges input (zod), forms, dialogs and notes (react-hook-form, radix-ui, sonner) come later.
 */
export const FIRST_LOAD = {
  everywhere: new RegExp(packages("react|react-dom|next|use-intl|lucide-react")),
  // These read again by themselves.
  besides: { "app/(portal)/public-access/page.tsx": new RegExp(packages("@tanstack")) },
  comment:
    "The browser would load this with the page, before the page can be used. Put what needs it into a file of its own, and fetch that file by lazy(() => import(...)) within LazyDialog: copy components/settings/save-changes.tsx for the end of a form, components/settings/settings-view.tsx for a dialog. What judges input on the server is no part of a page: import its type, or take limits from a terms file.",
};

/** From these files to those: never, and why. */
const never = (name, from, to, comment) => {
  const [path, other] = [from, to].map((one) => (typeof one === "string" ? { path: one } : one));
  return { name, severity: "error", comment, from: path, to: other };
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...names.slice(0, -1).map((floor, at) => {
      const above = names.slice(at + 1);
      return never(
        `floor-${floor}`,
        `^lib/${floor}/`,
        `^lib/(${above.join("|")})/`,
        `lib/${floor} is ${FLOORS[floor]}. It imports from no floor above it (${above.join(", ")}): move this file up there, move what it needs down to who owns it, or take it as an argument.`,
      );
    }),
    never(
      "no-file-in-a-circle",
      {},
      { circular: true },
      "Files that need each other: move what both need to a third one.",
    ),
    {
      ...never(
        "no-room-in-a-circle",
        ROOM,
        { path: ROOM, circular: true },
        "Rooms of one floor, and those of components, import each other one way only: move what both need to a room below both.",
      ),
      scope: "folder",
    },
    never(
      "inner-rooms-are-inner",
      "^components/([^/]+)/",
      { path: "^components/[^/]+/[^/]+/", pathNot: "^components/$1/" },
      "The rooms inside a room are its own: what two pages show stands in a room beside both.",
    ),
    never(
      "import-of-nothing",
      {},
      { couldNotResolve: true, path: "^[@.]/" },
      "There is no such file, so no rule can say whether it may be imported.",
    ),
    never(
      "lib-below-pages",
      "^lib/",
      "^(app|components)/",
      "lib is below app and components: take what you need as an argument.",
    ),
    never(
      "mails-rendered-once",
      { path: "^lib/", pathNot: "^lib/messaging/mail/" },
      "^emails/",
      "Only lib/messaging/mail renders mails.",
    ),
    never(
      "app-composes",
      "^app/",
      `^lib/(platform/db|matomo)/|^emails/|${DATABASE}`,
      "app composes: ask a query, an action or a job of lib instead.",
    ),
    never(
      "components-show",
      { path: "^components/", pathNot: "^components/ui/" },
      { path: `^(lib|app|emails)/|${DATABASE}`, pathNot: SHOWN },
      "Components use only schema, terms, actions and query-options of lib.",
    ),
    never(
      "ui-knows-no-domain",
      "^components/ui/",
      { path: `^(lib|app|emails|components)/|${DATABASE}`, pathNot: `^components/ui/|${TYPED_TEXT}` },
      "components/ui could ship in another product.",
    ),
    never(
      "emails-are-plain",
      "^emails/",
      { path: `^(lib|app|components)/|${packages("next|next-auth")}|${DATABASE}`, pathNot: MAILED },
      "Mails take the facts of lib/ledger/facts: plain strings, numbers and ISO dates.",
    ),
    never(
      "messages-are-words",
      "^messages/",
      `^(lib|app|components|emails)/|${FRAMEWORK}|${DATABASE}`,
      "messages holds words and lists the languages; it knows nothing of the house.",
    ),
    never(
      "languages-know-words",
      "^lib/platform/languages/",
      { path: `^lib/|${DATABASE}`, pathNot: "^lib/platform/(languages/|errors|result)" },
      "lib/platform/languages knows words, no domain and no table.",
    ),
    never(
      "outbox-knows-rows",
      "^lib/messaging/outbox/",
      "^lib/(matomo|messaging/alerts)/",
      "The outbox knows rows and senders, not sites.",
    ),
    never(
      "events-are-announced",
      { path: "^(lib|app)/", pathNot: "^lib/(ledger/audit/record(-refusal)?|messaging/alerts/announce)\\.ts$" },
      "^lib/ledger/audit/append-event\\.ts$",
      `An event goes through announce (lib/messaging/alerts/announce.ts), with its mail. ${UNMAILED}`,
    ),
    never(
      "alerts-have-an-event",
      {
        path: "^(lib|app)/",
        // Several events, and mails that tell of all of them.
        pathNot: "^lib/(messaging/alerts/announce|domain/findings/record-findings)\\.ts$",
      },
      "^lib/messaging/alerts/queue-alert\\.ts$",
      `An alert goes through announce (lib/messaging/alerts/announce.ts), with its event. ${UNMAILED}`,
    ),
    never(
      "settings-are-announced",
      {
        path: "^(lib|app)/",
        // What the app remembers for itself: who it is, and which period was reminded of.
        pathNot:
          "^lib/(ledger/settings/|messaging/outbox/identity|domain/(settings/change-setting|public-access/block-state|reminders/run-reminders)\\.ts$)",
      },
      "^lib/ledger/settings/(write-(row|setting)|stored-state)\\.ts$",
      "A setting is changed by lib/domain/settings/change-setting.ts, which records and mails it.",
    ),
    never(
      "verbs-take-arguments",
      VERBS,
      FRAMEWORK,
      "Verbs, queries and jobs take arguments; they never read the request and never draw.",
    ),
    never(
      "verbs-give-codes",
      VERBS,
      WORDS,
      "Refusals and facts are codes; the words are found where they are shown, in the reader's language.",
    ),
    never(
      "verbs-know-no-session",
      VERBS,
      { path: "^lib/auth/", pathNot: "^lib/auth/(session|step-up|command|schema)\\.ts$" },
      "Verbs, queries and jobs take a SuperUser or an actor as argument, so that cron and tests can call them.",
    ),
    never(
      "verbs-make-no-proof",
      VERBS,
      { path: "^lib/auth/(session|step-up|command)\\.ts$", dependencyTypesNot: ["type-only"] },
      "Take a SuperUser or a StepUp as argument: only lib/auth reads a session and makes a proof.",
    ),
    never(
      "pure-needs-arguments-only",
      PURE,
      { path: `^lib/|${EFFECTS}|${FRAMEWORK}|${WORDS}|${DATABASE}`, pathNot: MAY_BE_USED_BY_PURE },
      "Pure: no I/O here; take what you need as an argument.",
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^prisma/generated" },
    exclude: { path: "\\.(json|css)$|^\\.next" },
  },
};
