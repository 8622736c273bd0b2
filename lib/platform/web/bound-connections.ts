import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { type IpRange, isInIpRange, networkOf, parseIpAddress } from "@/lib/platform/ip-address";
import { logger } from "@/lib/platform/logger";
import { proxiesIn } from "./client-address";

type ConnectionBounds = {
  /** until the headers of a request are there; also between two requests of one connection */
  headMs: number;
  /** from its headers on, until the whole body is there */
  bodyMs: number;
  /** at once, from one address (of IPv6: one /64) that is neither this machine nor a trusted proxy */
  perAddress: number;
  /** at once, from everywhere */
  total: number;
};
/** Why a connection was closed before its time. */
type ClosedWhy = "half-sent" | "too-many-from-one-address" | "too-many";

type Closed = Partial<Record<ClosedWhy, number>>;

/** Node waits a minute for headers and five for a body, looks every 30 seconds, and counts nothing. */
const BOUNDS: ConnectionBounds = { headMs: 10 * SECOND_MS, bodyMs: 20 * SECOND_MS, perAddress: 100, total: 2_000 };

type Connection = { timer: NodeJS.Timeout; request: IncomingMessage | null };

const logClosed = (closed: Closed): void => logger().warn(closed, "connections were closed before their time");

/**
 * Closes connections to any server of this process that hold a place without asking anything: whose request is not
 * there in time, who have too many, and, where there are too many of all, the one that has waited longest for nothing.
 * What is being answered is never closed: a job may take minutes.
 * @param options.trusted `TRUSTED_PROXIES`, which carry many clients' requests
 * @param options.tell called at most once a minute, with how many were closed since and why
 */
export function boundConnections(options: {
  trusted: string;
  onClosed?: (closed: Closed) => void;
  bounds?: ConnectionBounds;
}): void {
  const { onClosed = logClosed, bounds = BOUNDS } = options;
  const trusted = proxiesIn(options.trusted);
  const open = new Map<Socket, Connection>();
  /** those that nothing is answered on, the one that has waited longest first */
  const waiting = new Set<Socket>();
  const perNetwork = new Map<string, number>();
  const count = counted(onClosed);

  const close = (socket: Socket, why: ClosedWhy) => {
    count(why);
    socket.destroy();
  };
  const halfSentIn = (socket: Socket, ms: number, unless = () => false) =>
    setTimeout(() => (unless() ? undefined : close(socket, "half-sent")), ms).unref();
  const change = (network: string, by: 1 | -1) => {
    const now = (perNetwork.get(network) ?? 0) + by;
    if (now > 0) perNetwork.set(network, now);
    else perNetwork.delete(network);
    return now;
  };

  subscribe("net.server.socket", (message) => {
    const socket = socketOf(message);
    if (!socket) return;
    const network = boundedNetwork(socket.remoteAddress, trusted);
    open.set(socket, { timer: halfSentIn(socket, bounds.headMs), request: null });
    waiting.add(socket);
    const fromThere = network === null ? 0 : change(network, 1);
    socket.once("close", () => {
      clearTimeout(open.get(socket)?.timer);
      open.delete(socket);
      waiting.delete(socket);
      if (network !== null) change(network, -1);
    });
    if (fromThere > bounds.perAddress) return close(socket, "too-many-from-one-address");
    if (open.size <= bounds.total) return;
    const [longest = socket] = waiting;
    close(longest, "too-many");
  });

  subscribe("http.server.request.start", (message) => {
    const request = requestOf(message);
    const connection = request && open.get(request.socket);
    if (!connection) return;
    clearTimeout(connection.timer);
    waiting.delete(request.socket);
    connection.request = request;
    connection.timer = halfSentIn(request.socket, bounds.bodyMs, () => request.complete);
  });

  subscribe("http.server.response.finish", (message) => {
    const request = requestOf(message);
    const connection = request && open.get(request.socket);
    if (!connection || connection.request !== request) return;
    clearTimeout(connection.timer);
    connection.request = null;
    waiting.add(request.socket);
    connection.timer = halfSentIn(request.socket, bounds.headMs);
  });
}

/** What its connections are counted under; null for those that are not: this machine's own and a proxy's. */
function boundedNetwork(peer: string | undefined, trusted: readonly IpRange[]): string | null {
  const address = parseIpAddress(peer ?? "");
  if (!address || address.range() === "loopback") return null;
  return trusted.some((range) => isInIpRange(address, range)) ? null : networkOf(address);
}

function counted(onClosed: (closed: Closed) => void): (why: ClosedWhy) => void {
  let closed: Closed = {};
  let waits = false;
  return (why) => {
    closed[why] = (closed[why] ?? 0) + 1;
    if (waits) return;
    waits = true;
    setTimeout(() => {
      onClosed(closed);
      closed = {};
      waits = false;
    }, MINUTE_MS).unref();
  };
}

function socketOf(message: unknown): Socket | null {
  if (typeof message !== "object" || message === null || !("socket" in message)) return null;
  return message.socket instanceof Socket ? message.socket : null;
}

function requestOf(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
