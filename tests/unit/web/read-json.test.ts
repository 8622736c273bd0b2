import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drillsQueryOptions } from "@/lib/domain/drill/query-options";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import {
  outsideOfSiteQueryOptions,
  outsidePreviewQueryOptions,
  outsideQueryOptions,
} from "@/lib/domain/probe/query-options";
import { siteDetailsQueryOptions, siteFacetsQueryOptions } from "@/lib/domain/public-access/query-options";
import { isSessionOver, ReadFailed } from "@/lib/platform/web/read-json-query-options";

afterEach(() => vi.unstubAllGlobals());

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** Every reader of a page, reading afresh. */
const READERS: Record<string, () => Promise<unknown>> = {
  findings: () => client().fetchQuery(findingsQueryOptions()),
  drills: () => client().fetchQuery(drillsQueryOptions()),
  outside: () => client().fetchQuery(outsideQueryOptions()),
  "outside of a site": () => client().fetchQuery(outsideOfSiteQueryOptions(1)),
  "outside, before publishing": () => client().fetchQuery(outsidePreviewQueryOptions()),
  facets: () => client().fetchQuery(siteFacetsQueryOptions()),
  details: () => client().fetchQuery(siteDetailsQueryOptions(1)),
};

/** What the portal answers to whatever is asked. */
function answers(status: number, body: unknown): void {
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));
}

describe.each(Object.entries(READERS))("the reader of %s", (_, read) => {
  it("tells an ended session from everything else", async () => {
    answers(401, { code: "session_ended", message: "Your session has ended." });
    const error: unknown = await read().catch((reason: unknown) => reason);
    expect(isSessionOver(error)).toBe(true);
  });

  it("keeps what the server said of a database that does not answer, and takes nothing else for an answer", async () => {
    answers(503, { message: "Matomo’s database cannot be reached." });
    await expect(read()).rejects.toMatchObject({
      problem: "unreadable",
      said: "Matomo’s database cannot be reached.",
    });
    answers(200, { nothing: "of that kind" });
    await expect(read()).rejects.toThrow(ReadFailed);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    await expect(read()).rejects.toThrow(TypeError);
    expect(isSessionOver(new TypeError("offline"))).toBe(false);
  });
});
