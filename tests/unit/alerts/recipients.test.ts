import { describe, expect, it } from "vitest";
import { isUsableAddress } from "@/lib/messaging/alerts/recipients";

describe("an address that mail can reach", () => {
  it.each([
    "ada@matomo.example",
    "Ada.Lovelace+matomo@mail.matomo.example",
    "  ada@matomo.example\n",
    "o'brien@matomo.example",
    "ädä@mätomo.example",
    "ada@example.com",
    "ada@example.org.uk",
    "ada@my-example.org",
    "ada@notexample.org",
    "example.org@matomo.example",
  ])("may be %j", (address) => {
    expect(isUsableAddress(address)).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["blank", "   "],
    ["no address", "ada"],
    ["no host", "ada@"],
    ["no mailbox", "@matomo.example"],
    ["a host without a dot", "ada@localhost"],
    ["a host that ends in a dot", "ada@matomo."],
    ["two at signs", "ada@x@matomo.example"],
    ["a space", "ada lovelace@matomo.example"],
    ["two addresses", "ada@matomo.example,eve@evil.example"],
    ["two addresses, the other way", "ada@matomo.example;eve@evil.example"],
    ["a name around it", "Ada <ada@matomo.example>"],
    ["quotes", '"ada"@matomo.example'],
    ["a header", "ada@matomo.example\r\nBcc: eve@evil.example"],
    ["a control character", "ada\u0000@matomo.example"],
    ["a delete", "ada@matomo.exa\u007fmple"],
    ["Matomo's address of anonymous", "anonymous@example.org"],
    ["Matomo's placeholder, in capitals", "ADA@EXAMPLE.ORG"],
    ["Matomo's placeholder, one level down", "ada@mail.example.org"],
  ])("is none with %s: %j", (_, address) => {
    expect(isUsableAddress(address)).toBe(false);
  });
});
