import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * The address of the client behind a chain of proxies, as normalised text; null when it cannot be told.
 * Starts at the peer of the connection. While the address in hand is a trusted proxy's, the next entry from the right
 * of X-Forwarded-For is taken; what stands further left is somebody's own word. An entry that is no address ends the
 * walk, and the last good address counts. Without a known peer the header is never believed.
 * @param trusted addresses and ranges, separated by commas (`TRUSTED_PROXIES`)
 */
export function clientAddress(peer: string | null, forwardedFor: string | null, trusted: string): string | null {
  const proxies = trusted.split(",").flatMap((entry) => parseRange(entry.trim()));
  const hops = forwardedFor?.split(",") ?? [];
  const walk = (address: Address): Address => {
    const next = proxies.some((range) => matches(address, range)) ? parseAddress(hops.pop() ?? "") : null;
    return next === null ? address : walk(next);
  };
  const start = parseAddress(peer ?? "");
  return start === null ? null : walk(start).toString();
}

/** `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1`, `[2001:db8::1]:443`. IPv4 inside IPv6 is written as IPv4. */
function parseAddress(text: string): Address | null {
  const entry = text.trim();
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(entry)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(entry)?.[1] ?? entry;
  const address = bare.split("%")[0] ?? "";
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? unmapped(ipaddr.IPv6.parse(address)) : null;
}

function unmapped(address: Address): Address {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** Nothing for a blank entry. */
function parseRange(entry: string): [Address, number][] {
  if (entry === "") return [];
  if (entry.includes("/")) return [ipaddr.parseCIDR(entry)];
  const address = unmapped(ipaddr.parse(entry));
  return [[address, address.kind() === "ipv4" ? 32 : 128]];
}

function matches(address: Address, [range, bits]: [Address, number]): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}
