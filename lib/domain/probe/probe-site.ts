import type { Questions } from "./ask";
import { askAnnotations, askDashboard, askPages, askUserIds, askVisitsLog, askVisitsSummary } from "./ask-matomo";
import { findPersonalData } from "./personal-data";
import type { PersonalData } from "./schema";
import type { OutsideTrouble, OutsideView } from "./terms";
import type { Understood } from "./understand";

/** What strangers get on one site. */
export type SeenSite = {
  id: number;
  dashboard: OutsideView;
  reports: OutsideView;
  visitsLog: OutsideView;
  userIds: OutsideView;
  annotations: OutsideView;
  /** different logins of their authors; null: could not be read */
  annotationAuthors: number | null;
  /** null: could not be read */
  personal: PersonalData[] | null;
  trouble: OutsideTrouble | null;
};

/** Whether strangers get the dashboard and the reports of a site, and nothing else of it. */
export async function probeReadability(questions: Questions, id: number): Promise<SeenSite> {
  const dashboard = await askDashboard(questions, id);
  const reports = await askVisitsSummary(questions, id);
  return {
    id,
    dashboard: viewOf(dashboard),
    reports: viewOf(reports),
    visitsLog: "unknown",
    userIds: "unknown",
    annotations: "unknown",
    annotationAuthors: null,
    personal: null,
    trouble: firstTrouble([dashboard, reports]),
  };
}

/** The same, the visits log, the user ids, and what in the addresses and titles of pages looks like personal data. */
export async function probeSite(questions: Questions, id: number): Promise<SeenSite> {
  const seen = await probeReadability(questions, id);
  const visitsLog = await askVisitsLog(questions, id);
  const userIds = await askUserIds(questions, id);
  const urls = await askPages(questions, "Actions.getPageUrls", id);
  const titles = await askPages(questions, "Actions.getPageTitles", id);
  const annotations = await askAnnotations(questions, id);
  return {
    ...seen,
    visitsLog: saysSwitchedOff(visitsLog) ? "refused" : viewOf(visitsLog),
    userIds: viewOf(userIds),
    annotations: viewOf(annotations),
    annotationAuthors: authorsIn(annotations),
    personal: personalOf(urls, titles),
    trouble:
      seen.trouble ??
      firstTrouble([userIds, urls, titles, annotations, ...(saysSwitchedOff(visitsLog) ? [] : [visitsLog])]),
  };
}

function authorsIn(annotations: Understood<{ user: string }[]>): number | null {
  if (annotations.verdict === "trouble") return null;
  const users = annotations.verdict === "answered" ? annotations.value.map(({ user }) => user) : [];
  return new Set(users.filter((user) => user !== "")).size;
}

/** Whether strangers read anything of it. Null: nobody could tell. */
export function isReadable({ dashboard, reports }: Pick<SeenSite, "dashboard" | "reports">): boolean | null {
  if ([dashboard, reports].some((view) => view === "shown" || view === "empty")) return true;
  return dashboard === "refused" && reports === "refused" ? false : null;
}

function viewOf(answer: Understood<unknown>): OutsideView {
  if (answer.verdict === "trouble") return "unknown";
  if (answer.verdict === "refused") return "refused";
  return Array.isArray(answer.value) && answer.value.length === 0 ? "empty" : "shown";
}

/** Matomo says so in English, whatever the language (plugins/Live/Live.php, checkIsVisitorLogEnabled). */
function saysSwitchedOff(answer: Understood<unknown>): boolean {
  return answer.verdict === "trouble" && /visits log is deactivated/i.test(answer.message);
}

function firstTrouble(answers: readonly Understood<unknown>[]): OutsideTrouble | null {
  return answers.find((answer) => answer.verdict === "trouble")?.trouble ?? null;
}

type Pages = Understood<Record<string, unknown>[]>;

function personalOf(urls: Pages, titles: Pages): PersonalData[] | null {
  if (urls.verdict !== "answered" || titles.verdict !== "answered") return null;
  const texts = (rows: readonly Record<string, unknown>[], keys: readonly string[]) =>
    rows.map((row) =>
      keys
        .map((key) => row[key])
        .filter((value) => typeof value === "string")
        .join(" "),
    );
  return findPersonalData({ url: texts(urls.value, ["label", "url"]), title: texts(titles.value, ["label"]) });
}
