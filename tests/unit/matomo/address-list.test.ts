import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressIsListed, addressSpellings, canonicalAddress, networkPatterns } from "@/lib/matomo/address-list";
import { networkOf, parseIpAddress } from "@/lib/platform/ip-address";

describe("an entry of Matomo's lists", () => {
  it.each<[string, string[], string[]]>([
    ["203.0.113.7", ["203.0.113.7", "::ffff:203.0.113.7", "::ffff:cb00:7107"], ["203.0.113.70", "203.0.113.8"]],
    ["10.0.0.0/8", ["10.0.0.0", "10.255.255.255", "::ffff:10.1.2.3"], ["9.255.255.255", "11.0.0.0"]],
    ["10.1.2.3/24", ["10.1.2.0", "10.1.2.255"], ["10.1.3.0"]],
    ["192.0.2.5/32", ["192.0.2.5"], ["192.0.2.4"]],
    ["0.0.0.0/0", ["0.0.0.0", "255.255.255.255"], ["::1"]],
    ["192.0.2.*", ["192.0.2.0", "192.0.2.255"], ["192.0.3.1", "192.0.20.1"]],
    ["192.0.*.*", ["192.0.99.1"], ["192.1.0.0"]],
    ["2001:db8::1", ["2001:db8::1", "2001:DB8:0:0:0:0:0:1"], ["2001:db8::2"]],
    ["2001:DB8::/32", ["2001:db8:ffff::9"], ["2001:db9::", "32.1.13.184"]],
    ["::ffff:198.51.100.0/120", ["198.51.100.200", "::ffff:198.51.100.1"], ["198.51.101.1"]],
    ["::ffff:198.51.100.9", ["198.51.100.9"], ["198.51.100.8"]],
    ["::/0", ["::1", "2001:db8::1"], ["192.0.2.1"]],
    ["  192.0.2.5 ", ["192.0.2.5"], []],
    ["fe80::1", ["fe80::1%eth0"], ["fe80::2%eth0"]],
  ])("%s", (entry, inside, outside) => {
    for (const address of inside) expect(addressIsListed(address, ["rubbish", entry]), address).toBe(true);
    for (const address of outside) expect(addressIsListed(address, [entry]), address).toBe(false);
  });

  it.each([
    "",
    "*",
    "192.0.2",
    "192.0.*",
    "192.*.2.*",
    "*.0.2.1",
    "192.0.2.1*",
    "192.0.2.256",
    "192.0.2.0/33",
    "192.0.2.0/-1",
    "192.0.2.0/",
    "192.0.2.*/8",
    "3221225985",
    "0xc0000201",
    "0300.0.2.1",
    "2001:db8::/129",
    "::ffff:0:0/",
    "localhost",
    "192.0.2.1, 192.0.2.2",
    "192.0.2.1-192.0.2.9",
    "🔑",
  ])("%j is none and matches nothing", (entry) => {
    for (const address of ["192.0.2.1", "192.0.2.0", "::1", "2001:db8::1", "::ffff:192.0.2.1"]) {
      expect(addressIsListed(address, [entry])).toBe(false);
    }
  });

  it("of any text never throws, nor does an address of any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (entry, address) => {
        addressIsListed("192.0.2.1", [entry]);
        addressIsListed(address, [entry, "0.0.0.0/0", "::/0"]);
        canonicalAddress(address);
        addressSpellings(address);
      }),
    );
  });

  it("does not list what is no address", () => {
    for (const address of ["", "unknown", "192.0.2", "192.0.2.1:443", "[::1]"]) {
      expect(addressIsListed(address, ["0.0.0.0/0", "::/0"])).toBe(false);
    }
  });
});

describe("one client", () => {
  it("has one canonical address, however it is written", () => {
    for (const text of ["192.0.2.1", " 192.0.2.1", "::ffff:192.0.2.1", "::FFFF:c000:201", "0:0:0:0:0:ffff:c000:201"]) {
      expect(canonicalAddress(text)).toBe("192.0.2.1");
    }
    for (const text of ["2001:db8::1", "2001:DB8:0:0::1", "2001:db8::1%eth0"]) {
      expect(canonicalAddress(text)).toBe("2001:db8::1");
    }
    for (const text of ["", "unknown", "192.0.2", "010.0.0.1"]) expect(canonicalAddress(text)).toBeNull();
  });

  it("is found in rows under each spelling", () => {
    expect(addressSpellings("::ffff:192.0.2.1")).toEqual([
      "192.0.2.1",
      "::ffff:192.0.2.1",
      "::ffff:c000:201",
      "0:0:0:0:0:ffff:c000:201",
    ]);
    expect(addressSpellings("2001:DB8::1")).toEqual(["2001:db8::1", "2001:db8:0:0:0:0:0:1", "2001:DB8::1"]);
    expect(addressSpellings("unknown")).toEqual([]);
  });

  it("has a canonical address that its column can hold (60 characters)", () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => (canonicalAddress(text) ?? "").length <= 60));
  });
});

describe("the patterns of an IPv6 network", () => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  const groups = fc.array(group, { minLength: 4, maxLength: 4 });
  const spell = (eight: number[]) => eight.map((each) => each.toString(16)).join(":");
  const fits = (text: string, pattern: string) => text.startsWith(pattern.slice(0, -1));

  it("hold every address of the /64, short and long", () => {
    fc.assert(
      fc.property(groups, groups, groups, (network, one, other) => {
        const [asking, stored] = [
          parseIpAddress(spell([...network, ...one])),
          parseIpAddress(spell([...network, ...other])),
        ];
        // ::ffff:0:0/96 is IPv4.
        fc.pre(asking?.kind() === "ipv6" && stored?.kind() === "ipv6");
        const patterns = networkPatterns(asking);
        for (const text of [stored.toString(), spell([...network, ...other])])
          expect(
            patterns.some((pattern) => fits(text, pattern)),
            `${text}: ${patterns}`,
          ).toBe(true);
        expect(networkOf(stored)).toBe(networkOf(asking));
      }),
    );
  });
});
