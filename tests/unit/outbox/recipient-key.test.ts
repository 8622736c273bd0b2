import { describe, expect, it } from "vitest";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";

describe("the identity of a mailbox", () => {
  it.each(["ada@matomo.example", "Ada@Matomo.Example", "  ADA@MATOMO.EXAMPLE\t"])("is one for %j", (spelling) => {
    expect(recipientKey(spelling)).toBe("ada@matomo.example");
  });

  it.each(["a.da@matomo.example", "ada+x@matomo.example", "ada@matomo.example.net"])("is another for %j", (other) => {
    expect(recipientKey(other)).not.toBe("ada@matomo.example");
  });
});
