import { type IpAddress, type IpRange, isInIpRange, parseIpAddress, parseIpRange } from "@/lib/platform/ip-address";

/**
 * The address of the client behind a chain of proxies, as normalised text; null when it cannot be told.
 * Starts at the peer of the connection. While the address in hand is a trusted proxy's, the next entry from the right
 * of X-Forwarded-For is taken; what stands further left is somebody's own word. An entry that is no address ends the
 * walk, and the last good address counts. Without a known peer the header is never believed.
 * @param trusted addresses and ranges, separated by commas (`TRUSTED_PROXIES`)
 */
export function clientAddress(peer: string | null, forwardedFor: string | null, trusted: string): string | null {
  const proxies = proxiesIn(trusted);
  const hops = forwardedFor?.split(",") ?? [];
  const walk = (address: IpAddress): IpAddress => {
    const next = proxies.some((range) => isInIpRange(address, range)) ? parseHop(hops.pop() ?? "") : null;
    return next === null ? address : walk(next);
  };
  const start = parseHop(peer ?? "");
  return start === null ? null : walk(start).toString();
}

/** @param trusted `TRUSTED_PROXIES` */
export function proxiesIn(trusted: string): IpRange[] {
  return trusted.split(",").flatMap((entry) => rangesIn(entry.trim()));
}

/** `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1`, `[2001:db8::1]:443`. */
function parseHop(text: string): IpAddress | null {
  const entry = text.trim();
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(entry)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(entry)?.[1] ?? entry;
  return parseIpAddress(bare);
}

/** None for a blank entry; lib/platform/env.ts refuses every other that is no range. */
function rangesIn(entry: string): IpRange[] {
  const range = parseIpRange(entry);
  return range ? [range] : [];
}
