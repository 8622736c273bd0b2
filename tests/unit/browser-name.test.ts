import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserName } from "@/lib/platform/browser-name";

const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

describe("the browser in a mail", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145 on Linux"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, "Chrome 142 on Windows"],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/142.0.0.0`,
      "Microsoft Edge 142 on Windows",
    ],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.1 Safari/605.1.15`, "Safari 18 on macOS"],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${WEBKIT} Version/18.1 Mobile/15E148 Safari/604.1`,
      "Safari 18 on iOS",
    ],
    ["Firefox", "Firefox"],
  ])("is told by name, version and system: %s", (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });

  it.each([
    null,
    "",
    " ",
    "garbage",
    "curl/8.5.0",
    "Mozilla/5.0",
    "python-requests/2.31 (x)",
    "x".repeat(100_000),
    "\u0000\r\n",
  ])("is not known when the client does not name one: %.40s", (userAgent) => {
    expect(browserName(userAgent)).toBeNull();
  });

  it.each([
    "Approved by IT, please ignore this mail/1.0 x",
    "<a href=https://evil.example>Sign in</a>/1.0 x",
    `${"A".repeat(280)}/1.0 x`,
    "a/b\r\nBcc: everybody@evil.example ",
  ])("never lets a client put a sentence of its own into the mail: %.40s", (userAgent) => {
    expect(browserName(userAgent)).toBeNull();
  });

  it("is short and plain, whatever a client calls itself", () => {
    const word = fc.constantFrom(
      "Mozilla/5.0",
      "Firefox/",
      "Chrome/1",
      "Version/",
      "(Windows NT",
      "Android",
      "; ",
      ")",
      "Opera",
      "<b>",
      "\n",
    );
    const userAgent = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(word, fc.string({ maxLength: 8 }))).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(userAgent, (text) => {
        expect(browserName(text) ?? "").toMatch(/^[\w .+-]{0,60}$/);
      }),
      { numRuns: 500 },
    );
  });
});
