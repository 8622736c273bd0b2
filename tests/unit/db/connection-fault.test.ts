import { describe, expect, it } from "vitest";
import { connectionFaults, FAULT_WORDS, faultOf, faultOfCode } from "@/lib/platform/db/connection-fault";

describe("why a database cannot be opened", () => {
  it("has words of its own for each cause", () => {
    expect(new Set(connectionFaults.map((fault) => FAULT_WORDS[fault])).size).toBe(connectionFaults.length);
  });

  it.each([
    [3159, "tlsDemanded"],
    [1130, "hostDenied"],
    [1129, "hostDenied"],
    [1203, "full"],
    [3118, "locked"],
  ])("MySQL's number %i is %s", (errno, fault) => {
    expect(faultOf(Object.assign(new Error("no"), { errno }))).toBe(fault);
  });

  it.each([
    ["CERT_HAS_EXPIRED", "tlsExpired"],
    ["CERT_NOT_YET_VALID", "tlsExpired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tlsHost"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tlsUntrusted"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tlsUntrusted"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tlsUntrusted"],
    ["EPROTO", "tlsFails"],
    ["anything else", null],
  ])("Node's %s is %s", (code, fault) => {
    expect(faultOfCode(code)).toBe(fault);
  });
});
