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
