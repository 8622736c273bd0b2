import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectionFault } from "@/lib/platform/db/connection-fault";
import { explainConnection } from "@/lib/platform/db/explain-connection";
import { migrate } from "@/lib/platform/db/migrate";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { matomoDdl } from "@/prisma/matomo/tables";
import { selfSignedCertificate } from "@/tests/support/certificate";
import { freePort, startOwnMariaDb, type TestServer } from "@/tests/support/mariadb";
import { connectRaw, type RawConnection } from "@/tests/support/raw-connection";
import { runScript } from "@/tests/support/run-script";

const TIMEOUT = { timeout: 120_000 };
const folder = mkdtempSync(path.join(tmpdir(), "pa-tls-"));
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text, { mode: 0o600 });
  return path.join(folder, name);
};
const PASSWORD = "hunter2-hunter2";

let server: TestServer;
let root: RawConnection;
let port = "";
let ca = "";
const listeners: Server[] = [];

function serverWith(certificate: { cert: string; key: string }, name: string, ...options: string[]) {
  const cert = file(`${name}.pem`, certificate.cert);
  const key = file(`${name}.key`, certificate.key);
  return startOwnMariaDb({ durable: false, options: [`--ssl-cert=${cert}`, `--ssl-key=${key}`, ...options] });
}

async function listening(onConnection: Parameters<typeof createServer>[1]): Promise<number> {
  const listener = createServer(onConnection);
  listeners.push(listener);
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  return typeof address === "object" && address ? address.port : 0;
}

beforeAll(async () => {
  server = await serverWith(selfSignedCertificate({ host: "127.0.0.1" }), "good", "--default-storage-engine=MyISAM");
  ca = path.join(folder, "good.pem");
  port = new URL(server.url).port;
  root = await connectRaw(server.url);
  const account = (name: string, more = "") => `CREATE USER ${name}@'%' IDENTIFIED BY '${PASSWORD}' ${more}`;
  await root.script(
    [
      "CREATE DATABASE matomo CHARACTER SET utf8mb4",
      ...[account("plain"), account("tls", "REQUIRE SSL"), account("locked", "ACCOUNT LOCK")],
      ...[account("expired", "PASSWORD EXPIRE"), account("one", "WITH MAX_USER_CONNECTIONS 1"), account("stray")],
      ...["plain", "tls", "locked", "expired", "one"].map((name) => `GRANT ALL ON matomo.* TO ${name}@'%'`),
      "USE matomo",
      ...matomoDdl({
        dialect: "mysql",
        prefix: "matomo_",
        version: "5.2",
        charset: "utf8mb4",
        collation: "utf8mb4_bin",
      }),
    ].join(";\n"),
  );
}, 120_000);

afterAll(async () => {
  for (const listener of listeners) listener.close();
  await root.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = (account: string, { at = port, database = "matomo", host = "127.0.0.1", query = "" } = {}) =>
  `mysql://${account}:${PASSWORD}@${host}:${at}/${database}${query}`;
const faultOf = (address: string) => explainConnection(mysqlAddress(address));

describe("why a database cannot be used is named", () => {
  it.each<[string, () => string | Promise<string>, ConnectionFault | null]>([
    ["nothing is wrong", () => url("plain"), null],
    ["another password", () => url("plain").replace(PASSWORD, "x"), "accountOrTls"],
    ["an account that may come over TLS only", () => url("tls"), "accountOrTls"],
    ["a certificate that nobody signed", () => url("plain", { query: "?ssl=true" }), "tlsUntrusted"],
    ["a locked account", () => url("locked"), "locked"],
    ["a password that has expired", () => url("expired"), "passwordExpired"],
    ["no such database", async () => url("root", { database: "nowhere" }).replace(`:${PASSWORD}`, ""), "name"],
    ["no rights in the database", () => url("stray"), "nameDenied"],
    ["no such host", () => url("plain", { host: "no-such-host.invalid" }), "host"],
    ["nothing listens", async () => url("plain", { at: String(await freePort()) }), "port"],
    ["no such socket", () => url("plain", { query: "?socketPath=/nowhere/at/all" }), "socket"],
    ["what closes at once", async () => url("plain", { at: String(await listening((one) => one.end())) }), "protocol"],
    [
      "a mail server",
      async () =>
        url("plain", { at: String(await listening((one) => one.on("error", () => {}).write("220 mail\r\n"))) }),
      "silence",
    ],
  ])("%s", async (_, address, fault) => {
    expect(await faultOf(await address())).toBe(fault);
  });

  it("an account with all the connections it may have", async () => {
    const held = await connectRaw(url("one"));
    expect(await faultOf(url("one"))).toBe("full");
    await held.close();
  });

  it("a server whose connections are all taken", async () => {
    const [before] = await root.rows("SELECT @@max_connections AS n");
    const held: RawConnection[] = [];
    await root.run("SET GLOBAL max_connections = 10");
    for (let n = 0; n < 11; n++)
      held.push(
        ...(await connectRaw(url("plain")).then(
          (one) => [one],
          () => [],
        )),
      );
    expect(await faultOf(url("plain"))).toBe("full");
    for (const one of held) await one.close();
    await root.run(`SET GLOBAL max_connections = ${Number(before?.n)}`);
  });
});

/** The commands trust what NODE_EXTRA_CA_CERTS names when they start. */
const environment = (address: string, more: Record<string, string> = {}) => ({
  ...{ PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "production" as const },
  ...{ DATABASE_URL: address, MATOMO_TABLE_PREFIX: "matomo_", ...more },
});

describe("the commands say it, with what to do and no password", () => {
  it("db:migrate and db:grants", TIMEOUT, async () => {
    const untrusted = await runScript("db:migrate", [], environment(url("plain", { query: "?ssl=true" })));
    expect(untrusted).toMatchObject({ code: 1, said: expect.stringContaining("NODE_EXTRA_CA_CERTS") });
    expect(untrusted.said).not.toContain("rejectUnauthorized");
    const demanded = await runScript("db:migrate", [], environment(url("tls"), { NODE_EXTRA_CA_CERTS: ca }));
    expect(demanded).toMatchObject({ code: 1, said: expect.stringMatching(/over TLS only.*\?ssl=true/) });
    const grants = await runScript("db:grants", ["--account", "x@%", "--apply"], environment(url("tls")));
    expect(grants).toMatchObject({ code: 1, said: expect.stringContaining("?ssl=true") });
    for (const { said } of [untrusted, demanded, grants]) expect(said).not.toContain(PASSWORD);
  });

  it("bin/public-access doctor", TIMEOUT, async () => {
    const said = async (address: string, more: Record<string, string> = {}) => {
      const { said } = await runScript("doctor", [], environment(address, more));
      expect(said).not.toContain(PASSWORD);
      return said.replaceAll(/\s+/g, " ");
    };
    // At once: each waits for its pool.
    const [untrusted, demanded, elsewhere] = await Promise.all([
      said(url("plain", { query: "?ssl=true" })),
      said(url("tls"), { NODE_EXTRA_CA_CERTS: ca }),
      said(url("plain", { host: "localhost", query: "?ssl=true" }), { NODE_EXTRA_CA_CERTS: ca }),
    ]);
    expect(untrusted).toMatch(/signed by nobody whom Node trusts\. Set NODE_EXTRA_CA_CERTS/);
    expect(demanded).toMatch(/over TLS only\. Add \?ssl=true/);
    expect(elsewhere).toMatch(/another host name/);
  });

  it("with a certificate that is trusted and an account that demands TLS everything works", TIMEOUT, async () => {
    const address = url("tls", { query: "?ssl=true" });
    const { code, said } = await runScript("db:migrate", [], environment(address, { NODE_EXTRA_CA_CERTS: ca }));
    expect([code, said]).toEqual([0, expect.stringContaining("Done: ")]);
    // Whatever engine the server makes tables with by itself.
    const engines = await root.rows(
      "SELECT DISTINCT engine FROM information_schema.tables WHERE table_schema = 'matomo' AND table_name NOT LIKE 'matomo%'",
    );
    expect(engines).toEqual([{ engine: "InnoDB" }]);
  });
});

describe("of another server", () => {
  it("a certificate that has expired, and one without TLS at all", TIMEOUT, async () => {
    const past = { from: new Date("2020-01-01T00:00:00Z"), to: new Date("2021-01-01T00:00:00Z") };
    const other = await serverWith(selfSignedCertificate({ host: "127.0.0.1", ...past }), "past");
    const address = `${other.url}mysql?ssl=true`;
    const expired = await runScript(
      "db:migrate",
      [],
      environment(address, { NODE_EXTRA_CA_CERTS: path.join(folder, "past.pem") }),
    );
    expect(expired.said).toMatch(/has expired/);
    await other.stop();
    const bare = await startOwnMariaDb({ durable: false });
    expect(await faultOf(`${bare.url}mysql?ssl=true`)).toBe("tlsAbsent");
    await bare.stop();
  });

  it("one that migrates nothing while it cannot be reached says that nothing was changed", async () => {
    await expect(migrate(url("plain", { at: "1" }), "matomo_")).rejects.toThrow(
      /Nothing listens there[\s\S]*Nothing was changed/,
    );
  });
});
