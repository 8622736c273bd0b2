import { SMTPServer } from "smtp-server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runProbe } from "@/lib/domain/probe/run-probe";
import type { OutsideTrouble, UnreadableReason } from "@/lib/domain/probe/terms";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { env } from "@/lib/platform/env";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { type Fault, type MatomoFace, startMatomoFace } from "@/tests/support/matomo-stub";
import { auditOf, mails } from "@/tests/support/state";

useDatabase();

let face: MatomoFace;
let shop: number;
let secret: number;
beforeEach(async () => {
  await aSuperUser({ login: "anna" });
  shop = await aSite({ name: "Shop" });
  secret = await aSite({ name: "Secret" });
  await anonymousAccess(shop);
  await runWatch();
  face = await startMatomoFace();
  env().MATOMO_URL = face.url;
});

const LIMITS = { questionMs: 2_000, budgetMs: 20_000, maxBytes: 200_000 };
const probe = () => runProbe({ limits: LIMITS });
const newest = () => testDb().probe.findFirstOrThrow({ orderBy: { id: "desc" } });
const openFindings = () => testDb().finding.findMany({ where: { kind: "readable-though-private" } });

const status =
  (code: number, headers: Record<string, string> = {}, body = "<html>no</html>"): Fault =>
  (_, response) =>
    response.writeHead(code, headers).end(body);
const text = (body: string, type = "application/json") => status(200, { "content-type": type }, body);

const FAULTS: [string, Fault, OutsideTrouble, UnreadableReason][] = [
  ["a server that never answers", () => {}, "timeout", "unknown"],
  [
    "a server that answers drop by drop",
    (_, response) => {
      const timer = setInterval(() => response.write("1,"), 50);
      response.on("close", () => clearInterval(timer));
      response.writeHead(200).write("[");
    },
    "timeout",
    "unknown",
  ],
  ["a connection that is reset", (request) => request.socket.destroy(), "unreachable", "unknown"],
  [
    "a connection that is reset in the middle",
    (request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("[1,");
      setTimeout(() => request.socket.destroy(), 50);
    },
    "unreachable",
    "unknown",
  ],
  ["an answer without end", (_, response) => flood(response), "too-large", "unknown"],
  ["a page instead of JSON", text("<!DOCTYPE html><html>Welcome</html>", "text/html"), "not-json", "unknown"],
  ["nothing at all", text(""), "not-understood", "unknown"],
  ["JSON that is cut off", text("[1,2,"), "not-understood", "unknown"],
  ["JSON of another shape", text('{"sites":[1,2]}'), "not-understood", "unknown"],
  ["a list of anything but ids", text('["all"]'), "not-understood", "unknown"],
  ["Matomo's own error", text('{"result":"error","message":"no such method"}'), "matomo-error", "unknown"],
  [
    "a redirect to another host",
    status(302, { location: "http://matomo.invalid/" }),
    "redirected-elsewhere",
    "unknown",
  ],
  [
    "a redirect round and round",
    (_, response, url) => status(302, { location: url.href })(_, response, url),
    "redirected-elsewhere",
    "unknown",
  ],
  ["a redirect to nowhere", status(302), "redirected-elsewhere", "unknown"],
  ["401", status(401), "unauthorized", "access-restricted"],
  ["401 of the web server", status(401, { "www-authenticate": "Basic" }), "unauthorized", "web-server-password"],
  ["403", status(403), "forbidden", "access-restricted"],
  ["404", status(404), "not-found", "unknown"],
  ["500", status(500), "server-error", "unknown"],
  ["502", status(502), "server-error", "unknown"],
  ["503", status(503), "maintenance", "maintenance"],
  [
    "force_ssl, and nobody speaks https here",
    (request, response) =>
      status(302, { location: `https://${request.headers.host}${request.url}` })(
        request,
        response,
        new URL("http://x/"),
      ),
    "https-required",
    "https-required",
  ],
  [
    "an upgrade that waits",
    text('{"result":"error","message":"Database Upgrade Required. Your Matomo database is out-of-date"}'),
    "upgrade-pending",
    "upgrade-pending",
  ],
  [
    "Matomo's own list of addresses",
    status(401, {}, '{"result":"error","message":"Your IP 203.0.113.9 is not allowed"}'),
    "ip-list",
    "ip-list",
  ],
];

function flood(response: Parameters<Fault>[1]): void {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => {
    while (!response.destroyed && response.write("1,".repeat(10_000)));
  };
  response.on("drain", more).write("[");
  more();
}

describe("what cannot be believed has its own word, and is no verdict", () => {
  it.each(FAULTS)("%s", async (_, fault, trouble, likelyReason) => {
    face.alsoShown.add(secret);
    await runProbe();
    const before = await openFindings();
    expect(before).toHaveLength(1);
    face.fault = fault;
    const mailsBefore = (await mails()).length;

    expect(await probe()).toMatchObject({ seen: 0, opened: 0, closed: 0, looked: 0 });
    expect(await newest()).toMatchObject({ outcome: "trouble", trouble, likelyReason, readable: null, configured: 1 });
    expect(await openFindings()).toEqual(before);
    expect(await mails()).toHaveLength(mailsBefore);
  });

  it("a certificate that nobody vouches for", async () => {
    // It says that its certificate is known to everybody, which is the point.
    vi.spyOn(console, "error").mockImplementation(() => {});
    const server = new SMTPServer({ secure: true });
    server.on("error", () => {});
    const { port } = await new Promise<{ port: number }>((resolve) => {
      const listening = server.listen(0, "127.0.0.1", () => resolve(listening.address() as { port: number }));
    });
    env().MATOMO_URL = `https://127.0.0.1:${port}/`;
    await probe();
    expect(await newest()).toMatchObject({ outcome: "trouble", trouble: "certificate" });
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it("a host that does not exist, and a port where nobody is", async () => {
    await face.stop();
    for (const url of ["http://matomo.invalid/", face.url]) {
      env().MATOMO_URL = url;
      await probe();
      expect(await newest()).toMatchObject({ outcome: "trouble", trouble: "unreachable" });
    }
  });

  it("a row of anonymous without a value, which breaks Matomo, is named as the likely reason", async () => {
    await anonymousAccess(secret, { access: null });
    await probe();
    expect(await newest()).toMatchObject({ trouble: "server-error", likelyReason: "null-access", readable: null });
  });

  it("questions that end in trouble after the list are unknown, not refused", async () => {
    face.fault = (request, response, url) => {
      if (url.searchParams.get("method") === "SitesManager.getSitesIdWithAtLeastViewAccess") {
        return text(JSON.stringify([shop]))(request, response, url);
      }
      status(500)(request, response, url);
    };
    expect(await probe()).toMatchObject({ seen: 1, readable: 1, looked: 1 });
    expect(await testDb().probeSite.findMany()).toMatchObject([
      { idsite: shop, dashboard: "unknown", reports: "unknown", personal: null, trouble: "server-error" },
    ]);
  });

  it("what is asked carries no cookie and no login, and goes to MATOMO_URL alone", async () => {
    await probe();
    expect(new Set(face.asked.map((url) => url.origin))).toEqual(new Set([new URL(face.url).origin]));
    for (const headers of face.headers) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.authorization).toBeUndefined();
      expect(headers["user-agent"]).toContain("Public-Access-for-Matomo");
    }
    for (const url of face.asked) expect(url.searchParams.get("token_auth")).toBe("anonymous");
  });

  it("a redirect on the same host is followed, and a Matomo in a folder is asked there", async () => {
    const inFolder = await startMatomoFace({ folder: "/stats" });
    env().MATOMO_URL = inFolder.url;
    expect(await probe()).toMatchObject({ seen: 1, readable: 1 });
    expect(inFolder.asked[0]?.pathname).toBe("/stats/index.php");

    env().MATOMO_URL = face.url;
    let redirected = false;
    face.fault = (_, response, url) => {
      if (url.pathname === "/moved/index.php") return text("[]")(_, response, url);
      redirected = true;
      response.writeHead(301, { location: `/moved/index.php${url.search}` }).end();
    };
    expect(await probe()).toMatchObject({ seen: 1, readable: 0 });
    expect(redirected).toBe(true);
  });

  it("nothing is asked while MATOMO_URL is not set", async () => {
    env().MATOMO_URL = undefined;
    expect(await probe()).toMatchObject({ seen: 0, looked: 0 });
    expect(await newest()).toMatchObject({ outcome: "not-configured", trouble: null, readable: null });
    expect(face.asked).toEqual([]);
  });

  it("the whole budget of a probe is kept to", async () => {
    face.fault = () => {};
    const began = performance.now();
    await runProbe({ limits: { questionMs: 60_000, budgetMs: 300 } });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await newest()).toMatchObject({ trouble: "timeout" });
  });

  it("a user anonymous that is gone is the reason of everything that cannot be read", async () => {
    await rawRun("DELETE FROM `matomo_user` WHERE login = 'anonymous'");
    await probe();
    expect(await newest()).toMatchObject({
      outcome: "seen",
      readable: 0,
      unreadableTotal: 1,
      likelyReason: "anonymous-missing",
    });
    expect(JSON.parse((await newest()).differences).unreadable).toEqual([{ id: shop, reason: "anonymous-missing" }]);
    expect(await auditOf("finding.opened")).toEqual([]);
  });
});
