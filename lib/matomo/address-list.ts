import ipaddr from "ipaddr.js";
import { type IpAddress, isInIpRange, parseIpAddress, parseIpRange } from "@/lib/platform/ip-address";

/**
 * An address in the one form in which it is stored: `1.2.3.4` also for `::ffff:1.2.3.4`, IPv6 short, in lower case and
 * without a zone. Null for what is no address; shortened and octal IPv4 is none.
 */
export function canonicalAddress(text: string): string | null {
  return parseIpAddress(text.trim())?.toString() ?? null;
}

/** Every form in which rows may name the client at `address`, the canonical one first. Empty for what is no address. */
export function addressSpellings(address: string): string[] {
  const parsed = parseIpAddress(address.trim());
  if (!parsed) return [];
  if (parsed instanceof ipaddr.IPv6) {
    return [...new Set([parsed.toString(), parsed.toNormalizedString(), address.trim()])];
  }
  const mapped = parsed.toIPv4MappedAddress();
  return [parsed.toString(), `::ffff:${parsed.toString()}`, mapped.toString(), mapped.toNormalizedString()];
}

/**
 * Whether an entry of Matomo's deny-list or allow-list names `address`: one address, a range (`10.0.0.0/8`,
 * `2001:db8::/32`) or trailing stars (`1.2.3.*`) (docs/matomo.md#brute-force). What is none of these matches nothing.
 */
export function addressIsListed(address: string, entries: readonly string[]): boolean {
  const client = parseIpAddress(address.trim());
  if (!client) return false;
  return entries.some((entry) => {
    const range = parseIpRange(starsAsPrefix(entry.trim()));
    return range !== null && isInIpRange(client, range);
  });
}

/** `1.2.3.*` as `1.2.3.0/24`. With a number after a star it stays as it is, and is no range. */
function starsAsPrefix(entry: string): string {
  const parts = entry.split(".");
  const known = parts.indexOf("*");
  if (parts.length !== 4 || known === -1 || parts.slice(known).some((part) => part !== "*")) return entry;
  return `${[...parts.slice(0, known), ...parts.slice(known).map(() => "0")].join(".")}/${known * 8}`;
}

/**
 * Patterns for LIKE: between them every spelling of every address in the /64 of an IPv6 address as systems write it
 * (RFC 5952), and a few addresses of others.
 */
export function networkPatterns(address: IpAddress): string[] {
  const bytes = address.toByteArray();
  const groups = [0, 2, 4, 6].map((at) => ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)).toString(16));
  const lastWritten = groups.findLastIndex((group) => group !== "0");
  const zeros = groups.findIndex((group, at) => group === "0" && groups[at + 1] === "0");
  const afterZeros = groups.findIndex((group, at) => at > zeros && group !== "0");
  const patterns = [groups, [...groups.slice(0, lastWritten + 1), ""]];
  if (zeros >= 0 && afterZeros > zeros) patterns.push([...groups.slice(0, zeros), "", ...groups.slice(afterZeros)]);
  return patterns.map((pattern) => `${pattern[0] === "" ? ":" : ""}${pattern.join(":")}:%`);
}
