import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mariadb";

/** A MariaDB for tests. `url` has all rights and names no database. */
export type TestServer = {
  url: string;
  stop: () => Promise<void>;
  /** ends it as a power cut does, at once */
  crash: () => void;
  /** starts it again on the same data, after a crash */
  restart: () => Promise<void>;
};

const START_TRIES = 200;
const START_PAUSE_MS = 50;
const WHAT_TO_DO = [
  "The tests need a MariaDB server and none was found.",
  "  Debian, Ubuntu:  apt-get install mariadb-server",
  "  macOS:           brew install mariadb",
  "  or name a server that the tests may fill with databases of their own:",
  "  TEST_DATABASE_URL=mysql://root:password@127.0.0.1:3306/",
].join("\n");

/**
 * A MariaDB for the whole run: one of its own in a temporary folder on a free port, or the one in `TEST_DATABASE_URL`.
 * Throws an Error that says what to install when there is neither.
 */
export async function startMariaDb(): Promise<Pick<TestServer, "url" | "stop">> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) return startOwnMariaDb({ durable: false });
  await answer(given, 1);
  return { url: given, stop: async () => {} };
}

/**
 * A MariaDB of one test's own, to be crashed at will.
 * @param options.durable a commit is on the disk before it is answered; slower, and what a crash must not lose
 * @param options.options further options of the server
 */
export async function startOwnMariaDb({
  durable,
  options: further = [],
}: {
  durable: boolean;
  options?: readonly string[];
}): Promise<TestServer> {
  const server = find("mariadbd") ?? find("mysqld");
  const installer = find("mariadb-install-db") ?? find("mysql_install_db");
  if (!server || !installer) throw new Error(WHAT_TO_DO);

  // Short, because a socket path may have 107 characters at most.
  const folder = mkdtempSync(path.join(tmpdir(), "pa-db-"));
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  const install = spawnSync(
    installer,
    [
      "--no-defaults",
      `--datadir=${folder}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      "--skip-name-resolve",
      ...user,
    ],
    { encoding: "utf8" },
  );
  if (install.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`mariadb-install-db failed:\n${install.stdout}${install.stderr}`);
  }

  const port = await freePort();
  const log = path.join(folder, "server.log");
  const options = [
    "--no-defaults",
    `--datadir=${folder}`,
    `--socket=${folder}/s`,
    // Of its own: a server that starts clears its tmpdir, and with it the open temporary tables of its neighbours.
    `--tmpdir=${folder}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    `--pid-file=${folder}/pid`,
    `--log-error=${log}`,
    "--skip-name-resolve",
    "--skip-log-bin",
    "--performance-schema=OFF",
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
    "--innodb-buffer-pool-size=128M",
    "--max-connections=400",
    // A zone no developer's machine has, so that a time read in the wrong zone is seen.
    "--default-time-zone=+05:45",
    ...further,
    ...user,
  ];
  const url = `mysql://root@127.0.0.1:${port}/`;
  const start = () => spawn(server, options, { stdio: "ignore" });
  let child = start();
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once("exit", () => resolve());
    });
  const stop = async () => {
    process.off("exit", kill);
    child.kill("SIGTERM");
    await ended();
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = () => answer(url, START_TRIES, () => child.exitCode === null);
  try {
    await ready();
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "";
    await stop();
    throw new Error(`MariaDB did not start:\n${said}`, { cause: error });
  }
  const restart = async () => {
    await ended();
    child = start();
    await ready();
  };
  return { url, stop, crash: kill, restart };
}

/** Where a server program is: on PATH, or where Debian puts it for accounts without /usr/sbin on PATH. */
function find(program: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    "/usr/sbin",
    "/usr/local/sbin",
    "/opt/homebrew/bin",
  ];
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}

async function answer(url: string, tries: number, alive = () => true): Promise<void> {
  const { hostname, port, username, password } = new URL(url);
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await createConnection({
        host: hostname,
        port: Number(port || 3306),
        user: decodeURIComponent(username),
        password: decodeURIComponent(password),
        connectTimeout: 1_000,
      });
      await connection.end();
      return;
    } catch (error) {
      if (attempt >= tries || !alive()) {
        throw new Error(`No database server answers at ${hostname}:${port || 3306}.`, { cause: error });
      }
      await sleep(START_PAUSE_MS);
    }
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
