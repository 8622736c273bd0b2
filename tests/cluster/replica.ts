import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startOwnMariaDb, type TestServer } from "@/tests/support/mariadb";
import { connectRaw, type RawConnection } from "@/tests/support/raw-connection";

const CAUGHT_UP_MS = 30_000;
const PAUSE_MS = 50;

/** A primary, and a server that follows it without its waiting for that; and the address that leads to one of them. */
type Replicated = {
  primary: TestServer;
  /** what portals connect to: the primary, and after `promote` the other */
  url: string;
  replica: RawConnection;
  /** The replica has everything, and from now on gets nothing more. */
  fallBehind: () => Promise<void>;
  /** The primary is gone, and the replica takes its place. */
  promote: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function startReplicated(): Promise<Replicated> {
  const primary = await startOwnMariaDb({ durable: false, options: optionsOf(1) });
  const other = await startOwnMariaDb({ durable: false, options: optionsOf(2) });
  const replica = await connectRaw(other.url);
  const { port } = new URL(primary.url);
  await replica.script(`
    CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = ${port}, MASTER_USER = 'root', MASTER_USE_GTID = slave_pos;
    START SLAVE`);
  const line = await startLine(primary.url);
  return {
    primary,
    url: line.url,
    replica,
    fallBehind: async () => {
      await untilCaughtUp(primary, replica);
      await replica.run("STOP SLAVE");
    },
    promote: async () => {
      primary.crash();
      await replica.script("STOP SLAVE; RESET SLAVE ALL");
      line.leadTo(other.url);
    },
    stop: async () => {
      line.stop();
      await replica.close();
      await Promise.all([primary.stop(), other.stop()]);
    },
  };
}

function optionsOf(id: number): string[] {
  return [`--server-id=${id}`, "--log-bin=binlog", "--binlog-format=ROW", "--gtid-strict-mode=ON"];
}

async function untilCaughtUp({ url }: TestServer, replica: RawConnection): Promise<void> {
  const raw = await connectRaw(url);
  const [written] = await raw.rows("SELECT @@gtid_binlog_pos AS position");
  await raw.close();
  const until = performance.now() + CAUGHT_UP_MS;
  for (;;) {
    const [applied] = await replica.rows("SELECT @@gtid_slave_pos AS position");
    if (applied?.position === written?.position) return;
    if (performance.now() > until) throw new Error("The replica does not catch up.");
    await sleep(PAUSE_MS);
  }
}

/** A port that leads to one server, and later to another; whoever was connected is cut off then. */
async function startLine(first: string): Promise<{ url: string; leadTo: (url: string) => void; stop: () => void }> {
  let target = new URL(first);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `mysql://root@127.0.0.1:${address.port}/`,
    leadTo: (url) => {
      target = new URL(url);
      cut();
    },
    stop: () => {
      server.close();
      cut();
    },
  };
}
