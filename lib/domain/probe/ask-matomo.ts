import { z } from "zod";
import type { Questions } from "./ask";
import { type Understood, understandJson, understandPage } from "./understand";

const STRANGER = { token_auth: "anonymous" };

const idsSchema = z.array(z.coerce.number().int().positive());
const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const metricsSchema = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);
/** Reports answer with rows; what has no row of a kind has an empty list, or an empty object. */
const reportSchema = z.union([rowsSchema, z.record(z.string(), z.unknown()).transform(() => [])]);

type Rows = z.infer<typeof rowsSchema>;

/**
 * Every site that strangers may read, by Matomo's own account. Without `filter_limit=-1` it stops at 100
 * (docs/matomo.md#answers-to-anonymous-visitors).
 */
export async function askReadableSites({ ask }: Questions): Promise<Understood<number[]>> {
  return understandJson(
    await ask(api("SitesManager.getSitesIdWithAtLeastViewAccess", { filter_limit: "-1" })),
    idsSchema,
  );
}

/** The dashboard of a site, as a page (docs/matomo.md#addresses). */
export async function askDashboard({ ask }: Questions, siteId: number): Promise<Understood<null>> {
  return understandPage(await ask({ module: "CoreHome", action: "index", ...ofSite(siteId), ...STRANGER }));
}

/** The numbers of yesterday's visits. */
export async function askVisitsSummary({ ask }: Questions, siteId: number): Promise<Understood<unknown>> {
  return understandJson(await ask(api("VisitsSummary.get", ofSite(siteId))), metricsSchema);
}

/** One visit of the visits log. */
export function askVisitsLog(questions: Questions, siteId: number): Promise<Understood<Rows>> {
  return askRows(questions, "Live.getLastVisitsDetails", { idSite: String(siteId), filter_limit: "1" });
}

/** One user id. */
export function askUserIds(questions: Questions, siteId: number): Promise<Understood<Rows>> {
  return askRows(questions, "UserId.getUsers", { ...ofSite(siteId, "week"), filter_limit: "1" });
}

const annotationsSchema = z.record(z.string(), z.array(z.object({ user: z.string().nullish() }))).or(z.tuple([]));

/** Every annotation of a site. From 5.5 on Matomo names their authors (docs/matomo.md#what-anonymous-visitors-get). */
export async function askAnnotations({ ask }: Questions, siteId: number): Promise<Understood<{ user: string }[]>> {
  const answer = understandJson(
    await ask(api("Annotations.getAll", { idSite: String(siteId) })),
    annotationsSchema.transform((bySite) => Object.values(bySite).flat()),
  );
  if (answer.verdict !== "answered") return answer;
  return { verdict: "answered", value: answer.value.map(({ user }) => ({ user: user ?? "" })) };
}

/** The first addresses of pages of the last week, or their titles, as they were visited. */
export function askPages(
  questions: Questions,
  method: "Actions.getPageUrls" | "Actions.getPageTitles",
  siteId: number,
): Promise<Understood<Rows>> {
  return askRows(questions, method, { ...ofSite(siteId, "week"), flat: "1", filter_limit: "100" });
}

async function askRows({ ask }: Questions, method: string, query: Record<string, string>): Promise<Understood<Rows>> {
  return understandJson(await ask(api(method, query)), reportSchema);
}

function api(method: string, query: Record<string, string>): Record<string, string> {
  return { module: "API", method, ...query, format: "JSON", language: "en", ...STRANGER };
}

function ofSite(siteId: number, period: "day" | "week" = "day"): Record<string, string> {
  return { idSite: String(siteId), period, date: "yesterday" };
}
