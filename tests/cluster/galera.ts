import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/tests/support/mariadb";
import { connectRaw } from "@/tests/support/raw-connection";
import { galeraLibrary, programAt, requireClusterPrograms } from "./programs";
import { isRunning, lastWords, signalProcess, startProcess, untilEnded } from "./server-process";

const NODES = 3;
/** A node that says nothing for so long is put out of the cluster. */
export const SUSPECT_MS = 3_000;
const READY_MS = 120_000;
const PAUSE_MS = 50;

type Ports = { sql: number; group: number; ist: number; sst: number };

/** A cluster as every process of a run can be told of it. */
export type Galera = {
  folder: string;
  nodes: readonly { folder: string; url: string; ports: Ports }[];
  /** haproxy before all nodes, each connection to the next node that listens */
  proxyUrl: string;
  /** haproxy before all nodes, every connection to the first that listens */
  writerUrl: string;
};

/**
 * Three nodes in a temporary folder, each in the cluster and synchronised, and haproxy before them. They are ended and
 * deleted when `stop` is called or this process ends, however it does.
 * @throws Error that says what to install, or what a node said that did not come up
 */
export async function startGalera(): Promise<{ galera: Galera; stop: () => Promise<void> }> {
  requireClusterPrograms();
  // Short, because a socket path may have 107 characters at most.
  const folder = mkdtempSync(path.join(tmpdir(), "pa-gal-"));
  const guardian = spawn(process.execPath, [path.join(import.meta.dirname, "guardian.mjs"), folder], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  });
  const stop = async () => {
    const ended = new Promise((resolve) => guardian.once("exit", resolve));
    guardian.stdin.end();
    await ended;
  };
  try {
    const nodes: Galera["nodes"][number][] = [];
    for (let number = 1; number <= NODES; number++) {
      const ports = { sql: await freePort(), group: await freePort(), ist: await freePort(), sst: await freePort() };
      nodes.push({ folder: path.join(folder, `n${number}`), url: urlAt(ports.sql), ports });
    }
    const [proxyPort, writerPort] = [await freePort(), await freePort()];
    const galera: Galera = { folder, nodes, proxyUrl: urlAt(proxyPort), writerUrl: urlAt(writerPort) };
    for (const index of nodes.keys()) configure(galera, index);
    install(galera);
    await startNode(galera, 0, ["--wsrep-new-cluster"]);
    for (let index = 1; index < NODES; index++) await startNode(galera, index);
    startProxy(galera, proxyPort, writerPort);
    return { galera, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends a node as a power cut does, at once. */
export async function killNode(galera: Galera, index: number): Promise<void> {
  signalProcess(nodeOf(galera, index).folder, "SIGKILL");
  await untilEnded(nodeOf(galera, index).folder);
}

/** Keeps a node from doing anything: for the others it is gone after a while, and it does not know. */
export function freezeNode(galera: Galera, index: number): void {
  signalProcess(nodeOf(galera, index).folder, "SIGSTOP");
}

export function thawNode(galera: Galera, index: number): void {
  signalProcess(nodeOf(galera, index).folder, "SIGCONT");
}

/** Starts a node again, as the service does: from where its own data ends. Waits until it takes part. */
export async function startNode(galera: Galera, index: number, options: readonly string[] = []): Promise<void> {
  launchNode(galera, index, options);
  await untilSynced(galera, index);
}

/** The same without waiting: nodes that lost their quorum come up only together. */
function launchNode(galera: Galera, index: number, options: readonly string[] = []): void {
  const { folder } = nodeOf(galera, index);
  const defaults = `--defaults-file=${folder}/my.cnf`;
  const recovered = spawnSync(programAt("mariadbd"), [defaults, "--wsrep-recover", `--log-error=${folder}/recovery`]);
  const said = spawnSync("sed", ["-n", "s/.*Recovered position:* *//p", `${folder}/recovery`], { encoding: "utf8" });
  const position = said.stdout.trim().split("\n").at(-1);
  if (recovered.status !== 0) throw new Error(`mariadbd --wsrep-recover failed:\n${lastWords(folder)}`);
  startProcess(folder, programAt("mariadbd"), [
    defaults,
    ...(position ? [`--wsrep-start-position=${position}`] : []),
    ...options,
  ]);
}

/** Waits until a node is in the cluster and has everything. @throws Error with what it said, when it ends or takes too long */
async function untilSynced(galera: Galera, index: number): Promise<void> {
  const { folder } = nodeOf(galera, index);
  const until = performance.now() + READY_MS;
  for (;;) {
    if ((await stateOf(galera, index)) === "Synced") return;
    if (!isRunning(folder) || performance.now() > until)
      throw new Error(`Node ${index + 1} is not in the cluster:\n${lastWords(folder)}`);
    await sleep(PAUSE_MS);
  }
}

/** Waits until every node is synchronised in a cluster of all of them. */
export async function untilWhole(galera: Galera): Promise<void> {
  const until = performance.now() + READY_MS;
  for (const [index, { url }] of galera.nodes.entries()) {
    await untilSynced(galera, index);
    while ((await statusOf(url, "wsrep_cluster_size")) !== String(NODES)) {
      if (performance.now() > until) throw new Error("The cluster is not whole again.");
      await sleep(PAUSE_MS);
    }
  }
}

/** What a node says of itself: `Synced`, `Initialized` (without a quorum), ...; null when it does not answer. */
export async function stateOf(galera: Galera, index: number): Promise<string | null> {
  return statusOf(nodeOf(galera, index).url, "wsrep_local_state_comment");
}

async function statusOf(url: string, name: string): Promise<string | null> {
  const raw = await connectRaw(url).catch(() => null);
  if (!raw) return null;
  const rows = await raw.rows("SHOW STATUS LIKE ?", [name]).catch(() => []);
  await raw.close().catch(() => {});
  return rows[0] ? String(rows[0].Value) : null;
}

function nodeOf(galera: Galera, index: number): Galera["nodes"][number] {
  const node = galera.nodes[index];
  if (!node) throw new Error(`There is no node ${index}.`);
  return node;
}

function configure(galera: Galera, index: number): void {
  const { folder, ports } = nodeOf(galera, index);
  mkdirSync(folder);
  const members = galera.nodes.map((node) => `127.0.0.1:${node.ports.group}`).join(",");
  const group = [
    `gmcast.listen_addr=tcp://127.0.0.1:${ports.group}`,
    `ist.recv_addr=127.0.0.1:${ports.ist}`,
    `evs.suspect_timeout=PT${SUSPECT_MS / 1_000}S`,
    "evs.inactive_timeout=PT5S",
    "gcache.size=64M",
  ].join(";");
  const lines = [
    "[mysqld]",
    `datadir=${folder}/data`,
    `socket=${folder}/s`,
    `tmpdir=${folder}`,
    `pid-file=${folder}/pid`,
    `port=${ports.sql}`,
    "bind-address=127.0.0.1",
    "skip-name-resolve",
    "performance-schema=OFF",
    "max-connections=400",
    // A zone no developer's machine has, as on the other test servers.
    "default-time-zone=+05:45",
    ...(process.getuid?.() === 0 ? ["user=root"] : []),
    "binlog-format=ROW",
    "default-storage-engine=InnoDB",
    "innodb-autoinc-lock-mode=2",
    "innodb-flush-log-at-trx-commit=2",
    // The state transfer reads these sizes here, and fails where they are absent.
    "innodb-buffer-pool-size=64M",
    "innodb-log-file-size=48M",
    "innodb-data-file-path=ibdata1:12M:autoextend",
    "wsrep-on=ON",
    `wsrep-provider=${galeraLibrary()}`,
    `wsrep-provider-options="${group}"`,
    `wsrep-cluster-address=gcomm://${members}`,
    "wsrep-cluster-name=public-access",
    `wsrep-node-name=n${index + 1}`,
    "wsrep-node-address=127.0.0.1",
    `wsrep-node-incoming-address=127.0.0.1:${ports.sql}`,
    // Debian's rsync does not understand what wsrep_sst_rsync asks of it.
    "wsrep-sst-method=mariabackup",
    "wsrep-sst-auth=root:",
    `wsrep-sst-receive-address=127.0.0.1:${ports.sst}`,
    "[sst]",
    "sst-syslog=-1",
  ];
  writeFileSync(path.join(folder, "my.cnf"), `${lines.join("\n")}\n`);
}

/** The first node's system tables; the others get theirs from it. */
function install(galera: Galera): void {
  for (const { folder } of galera.nodes) mkdirSync(`${folder}/data`);
  const { folder } = nodeOf(galera, 0);
  const { status, stdout, stderr } = spawnSync(
    programAt("mariadb-install-db"),
    [
      "--no-defaults",
      `--datadir=${folder}/data`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      "--skip-name-resolve",
      ...(process.getuid?.() === 0 ? ["--user=root"] : []),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`mariadb-install-db failed:\n${stdout}${stderr}`);
}

function startProxy(galera: Galera, port: number, writerPort: number): void {
  const folder = path.join(galera.folder, "proxy");
  mkdirSync(folder);
  const servers = (backup: string) =>
    galera.nodes.map(
      ({ ports }, index) =>
        `  server n${index + 1} 127.0.0.1:${ports.sql} check inter 500ms fall 2 rise 2 on-marked-down shutdown-sessions${index > 0 ? backup : ""}`,
    );
  const lines = [
    "defaults",
    "  mode tcp",
    "  timeout connect 2s",
    "  timeout client 1h",
    "  timeout server 1h",
    "  retries 2",
    "  option redispatch",
    "  option tcp-check",
    ...["listen any", `  bind 127.0.0.1:${port}`, "  balance roundrobin", ...servers("")],
    ...["listen writer", `  bind 127.0.0.1:${writerPort}`, ...servers(" backup")],
  ];
  writeFileSync(path.join(folder, "haproxy.cfg"), `${lines.join("\n")}\n`);
  startProcess(folder, programAt("haproxy"), ["-db", "-f", path.join(folder, "haproxy.cfg")]);
}

function urlAt(port: number): string {
  return `mysql://root@127.0.0.1:${port}/`;
}
