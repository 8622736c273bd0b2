import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What befalls a COMMIT on its way.
 * - `answer-lost`: the server commits, the line is cut before its answer
 * - `commit-lost`: the line is cut before the COMMIT reaches the server
 * - `late`: the line is cut at once, and the server receives the COMMIT only a while later
 * - `pass`: nothing
 * - `conflict`: the server answers with a deadlock, as Galera does, and has rolled back
 * - `slow`: it takes its time, and is answered
 * - `answer-lost-and-away`, `commit-lost-and-away`: and then nobody listens any more, until `back()`
 */
export type CommitFault =
  | "pass"
  | "conflict"
  | "answer-lost"
  | "commit-lost"
  | "late"
  | "slow"
  | `${"answer" | "commit"}-lost-and-away`;

const LATE_MS = 400;
const COM_QUERY = 0x03;

export type CommitProxy = {
  /** the address of the proxy, for what stands at `url` */
  through: (url: string) => string;
  /** The next COMMITs meet these, one each. */
  next: (...faults: CommitFault[]) => void;
  /** From now on each new line is cut at its client's packet of this number (from 1), before it reaches the server. */
  cutAt: (packet: number) => void;
  /** Every line is cut, and nobody listens any more. */
  away: () => void;
  back: () => Promise<void>;
  /** how many faults have happened */
  happened: () => number;
  stop: () => Promise<void>;
};

/**
 * A line between the portal and the MariaDB at `server` that breaks at a COMMIT when it is told to.
 * @param options.committed awaited when the server has committed, before a line is cut that loses its answer
 */
export async function startCommitProxy(
  server: string,
  { committed }: { committed?: () => Promise<void> } = {},
): Promise<CommitProxy> {
  const target = new URL(server);
  const faults: CommitFault[] = [];
  const open = new Set<Socket>();
  let happened = 0;
  let port = 0;
  let listener: Server | undefined;
  let lastPacket = Number.POSITIVE_INFINITY;

  const away = () => {
    listener?.close();
    listener = undefined;
    for (const socket of open) socket.destroy();
  };

  function carry(client: Socket): void {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      // A cut line is what this is for.
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        if (!deaf) for (const other of [client, upstream]) other.destroy();
      });
    }
    /** The client is gone; what the server still answers reaches nobody. */
    let deaf = false;
    upstream.on("data", (answer) => {
      if (!deaf) client.write(answer);
    });
    const commit = async (packet: Buffer, fault: CommitFault) => {
      happened++;
      if (fault === "slow" || fault === "pass") {
        if (fault === "slow") await sleep(LATE_MS);
        upstream.write(packet);
        return;
      }
      if (fault === "conflict") {
        deaf = true;
        upstream.write(comQuery("ROLLBACK"));
        await Promise.race([once(upstream, "data"), once(upstream, "close")]);
        deaf = false;
        client.write(DEADLOCK);
        return;
      }
      if (fault.startsWith("commit-lost")) {
        client.destroy();
      } else {
        deaf = true;
        if (fault === "late") {
          client.destroy();
          await sleep(LATE_MS);
        }
        upstream.write(packet);
        await Promise.race([once(upstream, "data"), once(upstream, "close")]);
        await committed?.();
        client.destroy();
        upstream.destroy();
      }
      if (fault.endsWith("away")) away();
    };
    let count = 0;
    const packets = splitPackets((packet) => {
      if (++count >= lastPacket) return client.destroy();
      const fault = isCommit(packet) ? faults.shift() : undefined;
      if (fault) void commit(packet, fault);
      else upstream.write(packet);
    });
    client.on("data", packets);
  }

  const listen = async () => {
    const fresh = createServer(carry);
    fresh.listen(port, "127.0.0.1");
    await once(fresh, "listening");
    const address = fresh.address();
    if (address && typeof address === "object") port = address.port;
    listener = fresh;
  };
  await listen();

  return {
    through: (url) => {
      const address = new URL(url);
      address.hostname = "127.0.0.1";
      address.port = String(port);
      return address.href;
    },
    next: (...more) => {
      faults.splice(0, faults.length, ...more);
    },
    cutAt: (packet) => {
      lastPacket = packet;
    },
    away,
    back: async () => {
      if (!listener) await listen();
    },
    happened: () => happened,
    stop: async () => away(),
  };
}

function comQuery(sql: string): Buffer {
  const payload = Buffer.concat([Buffer.from([COM_QUERY]), Buffer.from(sql, "latin1")]);
  return inPacket(0, payload);
}

/** Error 1213, state 40001. */
const DEADLOCK = inPacket(
  1,
  Buffer.concat([
    Buffer.from([0xff, 0xbd, 0x04]),
    Buffer.from("#40001Deadlock found when trying to get lock", "latin1"),
  ]),
);

function inPacket(sequence: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUIntLE(payload.length, 0, 3);
  head.writeUInt8(sequence, 3);
  return Buffer.concat([head, payload]);
}

/** Calls `each` with every whole packet of the protocol: three bytes of length, one of sequence, the payload. */
function splitPackets(each: (packet: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4) {
      const size = 4 + rest.readUIntLE(0, 3);
      if (rest.length < size) return;
      const packet = rest.subarray(0, size);
      rest = rest.subarray(size);
      each(packet);
    }
  };
}

function isCommit(packet: Buffer): boolean {
  return packet[4] === COM_QUERY && packet.toString("latin1", 5) === "COMMIT";
}
