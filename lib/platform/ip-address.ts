import ipaddr from "ipaddr.js";

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;
export type IpRange = readonly [base: IpAddress, bits: number];

/**
 * An address in the one form in which addresses are compared and stored: IPv4 also for `::ffff:1.2.3.4`, IPv6 without a
 * zone. Null for what is no address; shortened and octal IPv4 is none.
 */
export function parseIpAddress(text: string): IpAddress | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return null;
  return ipaddr.fromByteArray(ipaddr.process(text).toByteArray());
}

/** `10.0.0.0/8`, `2001:db8::/32`, or one address. Null for anything else. */
export function parseIpRange(text: string): IpRange | null {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return ipaddr.IPv4.parseCIDR(text);
  if (ipaddr.IPv6.isValidCIDR(text)) {
    const [base, bits] = ipaddr.IPv6.parseCIDR(text);
    return base.isIPv4MappedAddress() && bits >= 96 ? [base.toIPv4Address(), bits - 96] : [base, bits];
  }
  const address = parseIpAddress(text);
  return address && [address, address.kind() === "ipv4" ? 32 : 128];
}

/** Whether the range holds the address; ranges of the other kind never do. */
export function isInIpRange(address: IpAddress, [base, bits]: IpRange): boolean {
  return base.kind() === address.kind() && address.match(base, bits);
}

/** What one client holds: an IPv4 address, and of IPv6 the /64 that a provider gives to one customer. */
export function networkOf(address: IpAddress): string {
  return address.kind() === "ipv4" ? address.toString() : address.toByteArray().slice(0, 8).join(".");
}

/** The same of an address as text; null for what is none. */
export function networkIn(text: string | null): string | null {
  const address = parseIpAddress(text ?? "");
  return address && networkOf(address);
}

/** Where addresses of the internet lie: all of IPv4, and of IPv6 what is given out (RFC 4291, section 2.4). */
const INTERNET = { ipv4: "0.0.0.0/0", ipv6: "2000::/3" } as const;

/** How much of the internet these ranges hold together, 0 to 1: of IPv4 or of IPv6, whichever is more. */
export function heldShare(ranges: readonly IpRange[]): number {
  return Math.max(...(["ipv4", "ipv6"] as const).map((kind) => shareOf(kind, ranges)));
}

function shareOf(kind: keyof typeof INTERNET, ranges: readonly IpRange[]): number {
  const all = span(ipaddr.parseCIDR(INTERNET[kind]));
  const spans = ranges.filter(([base]) => base.kind() === kind).map(span);
  let held = 0n;
  let reached = all.from;
  for (const { from, to } of spans.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const end = to < all.to ? to : all.to;
    const begin = from > reached ? from : reached;
    if (end <= begin) continue;
    held += end - begin;
    reached = end;
  }
  return Number(held) / Number(all.to - all.from);
}

/** The first address of a range and the one after its last, as numbers. */
function span([base, bits]: IpRange): { from: bigint; to: bigint } {
  const bytes = base.toByteArray();
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const size = 1n << BigInt(bytes.length * 8 - bits);
  const from = number - (number % size);
  return { from, to: from + size };
}
