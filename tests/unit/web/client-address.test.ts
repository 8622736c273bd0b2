import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/platform/web/client-address";

const PROXIES = "10.0.0.0/8, 192.0.2.7, fd00::/8, ::1";

describe("the client's address", () => {
  it.each([
    ["an unknown peer", null, "203.0.113.9", PROXIES, null],
    ["an unknown peer, nothing trusted", null, "203.0.113.9", "", null],
    ["a peer that is no address", "a socket file", "203.0.113.9", PROXIES, null],
    ["a direct client", "203.0.113.9", null, "", "203.0.113.9"],
    ["a direct client with a forged header", "203.0.113.9", "198.51.100.1", "", "203.0.113.9"],
    ["a direct client with a forged header, proxies elsewhere", "203.0.113.9", "10.0.0.1", PROXIES, "203.0.113.9"],
    ["one proxy", "10.0.0.1", "203.0.113.9", PROXIES, "203.0.113.9"],
    ["one proxy and a forged entry before it", "10.0.0.1", "198.51.100.1, 203.0.113.9", PROXIES, "203.0.113.9"],
    ["two proxies", "10.0.0.1", "198.51.100.1, 203.0.113.9, 192.0.2.7", PROXIES, "203.0.113.9"],
    ["a forged entry that looks like a proxy", "10.0.0.1", "10.9.9.9, 203.0.113.9", PROXIES, "203.0.113.9"],
    ["a proxy that is one address, its neighbour not", "10.0.0.1", "203.0.113.9, 192.0.2.8", PROXIES, "192.0.2.8"],
    ["proxies only", "10.0.0.1", "10.0.0.3, 10.0.0.2", PROXIES, "10.0.0.3"],
    ["a proxy that sent no header", "10.0.0.1", null, PROXIES, "10.0.0.1"],
    ["a proxy that sent an empty header", "10.0.0.1", "", PROXIES, "10.0.0.1"],
    ["rubbish from a proxy", "10.0.0.1", "203.0.113.9, unknown", PROXIES, "10.0.0.1"],
    ["rubbish behind the second proxy", "10.0.0.1", "203.0.113.9, <b>, 10.0.0.2", PROXIES, "10.0.0.2"],
    ["an octal spelling", "10.0.0.1", "0313.0.113.9", PROXIES, "10.0.0.1"],
    ["a short spelling", "10.0.0.1", "127.1", PROXIES, "10.0.0.1"],
    ["a number", "10.0.0.1", "3405803785", PROXIES, "10.0.0.1"],
    ["IPv4 inside IPv6", "::ffff:10.0.0.1", "::ffff:203.0.113.9", PROXIES, "203.0.113.9"],
    ["IPv6, written long", "::1", "2001:0DB8:0:0:0:0:0:9", PROXIES, "2001:db8::9"],
    ["IPv6 with a port", "fd00::2", "[2001:db8::9]:443", PROXIES, "2001:db8::9"],
    ["IPv6 in brackets", "fd00::2", "[2001:db8::9]", PROXIES, "2001:db8::9"],
    ["IPv6 of a link, with its zone", "fe80::1%eth0", null, PROXIES, "fe80::1"],
    ["IPv4 with a port", "10.0.0.1", "203.0.113.9:51234", PROXIES, "203.0.113.9"],
    ["spaces and tabs", " 10.0.0.1 ", "  203.0.113.9\t", PROXIES, "203.0.113.9"],
    ["line breaks inside", "10.0.0.1", "203.0.\r\n113.9", PROXIES, "10.0.0.1"],
  ])("%s", (_what, peer, forwardedFor, trusted, expected) => {
    expect(clientAddress(peer, forwardedFor, trusted)).toBe(expected);
  });

  it("is found at the end of a thousand entries, and a thousand forged ones change nothing", () => {
    const forged = Array.from({ length: 1000 }, (_, index) => `198.51.100.${index % 250}`);
    expect(clientAddress("10.0.0.1", [...forged, "203.0.113.9"].join(","), PROXIES)).toBe("203.0.113.9");
    expect(clientAddress("203.0.113.9", forged.join(","), PROXIES)).toBe("203.0.113.9");
    const chain = Array.from({ length: 1000 }, () => "10.1.2.3");
    expect(clientAddress("10.0.0.1", ["203.0.113.9", ...chain].join(","), PROXIES)).toBe("203.0.113.9");
  });
});
