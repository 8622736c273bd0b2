import { expect, it } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { listSites } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { runJob } from "@/lib/jobs/run-job";
import { disconnect } from "@/lib/platform/db/client";
import { dialect, useDatabase } from "@/tests/support/database";
import { BROWSER } from "@/tests/support/people";

useDatabase();
// Nobody listens there: what the portal meets when the server is down.
process.env.DATABASE_URL = dialect === "mysql" ? "mysql://portal@127.0.0.1:9/matomo" : "file:/nowhere/at/all/matomo.db";

const WORDS = "database_unreachable";

it("a database that is down is a failure with a code, and never an empty list or a quiet watch", async () => {
  await disconnect();
  await expect(listSites(sitesQuerySchema.parse({}))).rejects.toMatchObject({ code: WORDS });
  await expect(runWatch()).rejects.toMatchObject({ code: WORDS });
  const typed = { identifier: "anna", password: "x", code: "" };
  await expect(signInWithMatomo(typed, BROWSER)).rejects.toMatchObject({ code: WORDS });
  const call = { authorization: "Bearer cron-secret-of-the-tests", from: BROWSER };
  const answer = await runJob(call, "watch", () => runWatch());
  expect([answer.status, await answer.json()]).toEqual([503, { job: "watch", outcome: "failed", code: WORDS }]);
});

it("a page that reads several things of a database that is down is answered within 4 s, from the first request on", async () => {
  await disconnect();
  const began = performance.now();
  const query = sitesQuerySchema.parse({});
  for (let reads = 0; reads < 5; reads++) await expect(listSites(query)).rejects.toMatchObject({ code: WORDS });
  expect(performance.now() - began).toBeLessThan(4_000);
});

it("a database that is down is a portal that is not ready, and the answer holds no address and no password", async () => {
  const headers = { authorization: "Bearer cron-secret-of-the-tests" };
  const answer = await readyz(new Request("http://localhost:3000/api/readyz", { headers }));
  expect([answer.status, await answer.json()]).toEqual([
    503,
    {
      status: "not ready",
      problems: ["The database cannot be reached with DATABASE_URL; the portal's log says why."],
      warnings: [],
    },
  ]);
  const open = await readyz(new Request("http://localhost:3000/api/readyz"));
  expect([open.status, await open.json()]).toEqual([503, { status: "not ready" }]);
});
