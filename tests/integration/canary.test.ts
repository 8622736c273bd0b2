import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { runWithRecentAuth } from "@/lib/auth/command";
import { acknowledgeFindingCommand } from "@/lib/domain/findings/commands";
import { readFindings } from "@/lib/domain/findings/queries";
import { runProbe } from "@/lib/domain/probe/run-probe";
import { matchingSiteIds } from "@/lib/domain/public-access/queries";
import { sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { followUp } from "@/lib/jobs/follow-up";
import { doJob } from "@/lib/ledger/jobs/do-job";
import { env } from "@/lib/platform/env";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { ask, currentBlock, unblock } from "@/tests/support/emergency";
import { type MatomoFace, startMatomoFace } from "@/tests/support/matomo-stub";
import { askToPublish, publish, type SignedIn, signIn } from "@/tests/support/people";
import { published } from "@/tests/support/published";
import { accessRows, auditOf } from "@/tests/support/state";

useDatabase();

let face: MatomoFace;
let anna: SignedIn;
let canary: number;
let shop: number;
beforeEach(async () => {
  anna = await signIn(await aSuperUser({ login: "anna" }));
  shop = await aSite({ name: "Shop" });
  canary = await aSite({ name: "Canary" });
  face = await startMatomoFace();
  Object.assign(env(), { MATOMO_URL: face.url, CANARY_SITE_ID: canary });
  await runWatch();
});
afterEach(() => void Object.assign(env(), { CANARY_SITE_ID: undefined, ALERT_WEBHOOK_URL: undefined }));

describe("the canary can never be published", () => {
  it("by itself or among others: refused by its id, and nothing is changed", async () => {
    for (const ids of [[canary], [shop, canary]]) {
      expect(await publish(anna, ids)).toMatchObject({ ok: false, code: "canary_site", siteIds: [canary] });
    }
    expect(await accessRows()).toEqual([]);
    expect(await auditOf("action.refused")).toMatchObject([{ code: "canary_site" }, { code: "canary_site" }]);
    expect(await publish(anna, [shop])).toMatchObject({ ok: true });
  });

  it("that is public already is left as it is, like every public site", async () => {
    await anonymousAccess(canary);
    await runWatch();
    expect(await publish(anna, [shop, canary])).toMatchObject({ data: { grantedCount: 1, alreadyPublicCount: 1 } });
  });

  it("nor does the end of a block bring it back", async () => {
    const kept = await published("Kept");
    await published("Another");
    await ask.block(anna);
    env().CANARY_SITE_ID = kept;
    expect(await currentBlock()).toBeGreaterThan(0);
    expect(await unblock(anna)).toMatchObject({ data: { restoredCount: 1, leftCount: 1 } });
    expect((await accessRows()).map(([id]) => id)).not.toContain(kept);
  });

  it("and is no candidate of all that match, unless it is public", async () => {
    const all = () => matchingSiteIds(sitesQuerySchema.parse({}));
    expect(await all()).toMatchObject({ total: 1, siteIds: [shop], named: [{ id: shop }] });
    await anonymousAccess(canary);
    expect(await all()).toMatchObject({ total: 2, siteIds: [shop, canary] });
  });

  it("without a proof it is refused like everything else", async () => {
    expect(await askToPublish(anna, [canary])).toMatchObject({ ok: false, code: "step_up_required" });
  });
});

describe("a readable canary", () => {
  const ready = async () =>
    (
      await readyz(
        new Request("http://localhost:3000/api/readyz", {
          headers: { authorization: "Bearer cron-secret-of-the-tests" },
        }),
      )
    ).json();
  const problem = expect.stringContaining("Canary site from outside: Anyone can read it.");

  it("is a problem of /api/readyz for as long as it is open", async () => {
    face.alsoShown.add(canary);
    await runProbe();
    expect(await ready()).toMatchObject({ status: "not ready", problems: expect.arrayContaining([problem]) });
    face.alsoShown.delete(canary);
    await runProbe();
    expect((await ready()).problems).not.toContainEqual(problem);
  });

  it("is never called intended: refused, and it stays what needs attention first", async () => {
    face.alsoShown.add(canary);
    await runProbe();
    const said = { kind: "canary-readable", siteIds: [canary], reason: "We know", endsOn: null };
    expect(await runWithRecentAuth(acknowledgeFindingCommand, anna.context, said)).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: { kind: "neverIntended" },
    });
    expect((await readFindings()).findings[0]).toMatchObject({ needsAttention: true, acknowledged: null });
  });

  it("is listed before everything else", async () => {
    await rawRun("UPDATE `matomo_user` SET superuser_access = 1 WHERE login = 'anonymous'");
    await anonymousAccess(shop, { access: "admin" });
    await runWatch();
    face.alsoShown.add(canary);
    await runProbe();
    expect((await readFindings()).findings[0]).toMatchObject({ kind: "canary-readable", site: { id: canary } });
  });

  it("is told over the second channel at once, once, though the mails go out as well", async () => {
    const told: string[] = [];
    const server = createServer(async (request, response) => {
      const parts: Uint8Array[] = [];
      for await (const part of request) parts.push(part);
      told.push(Buffer.concat(parts).toString("utf8"));
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const secret = `whsec_${Buffer.from("a secret of the tests, 32 bytes.").toString("base64")}`;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    Object.assign(env(), { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret });
    face.alsoShown.add(canary);
    for (let look = 0; look < 3; look += 1) {
      await followUp("probe", await doJob("probe", (lease) => runProbe({ lease })));
    }
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? "{}")).toMatchObject({
      type: "alert.urgent",
      data: {
        what: expect.stringContaining("Canary site readable"),
        meaning: expect.stringContaining("CANARY_SITE_ID"),
        notReachedCount: 0,
      },
    });
    expect(await testDb().outboxMail.findMany({ where: { kind: "finding" } })).toMatchObject([{ state: "sent" }]);
    await new Promise((resolve) => server.close(resolve));
  });
});
