/**
 * Text that tries to be more than text. `oneLine`: it holds nothing that the form for a reason refuses.
 * `fourBytes`: a database with `utf8` tables cannot keep it in Matomo's own columns.
 */
type HostileText = { what: string; text: string; oneLine: boolean; fourBytes: boolean };

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

function hostile(what: string, text: string): HostileText {
  return { what, text, oneLine: !CONTROLS.test(text), fourBytes: /[\u{10000}-\u{10ffff}]/u.test(text) };
}

export const HOSTILE: readonly HostileText[] = [
  hostile("markup", "<b>bold</b> & \"quoted\" & 'single'"),
  hostile("an image that runs a script", "<img src=x onerror=alert(1)>"),
  hostile("the end of a title and a script", "</title></script><script>alert(1)</script>"),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that nobody fills it in is the point.
  hostile("marks of templates", "{{constructor.constructor('x')()}} ${7*7} #{7*7} <%= 7*7 %>"),
  hostile("a mail header", "a\r\nBcc: eve@evil.example\r\n\r\n<h1>x</h1>"),
  hostile("a line feed", "first\nsecond"),
  hostile("a NUL", "before\u0000after"),
  hostile("a terminal's colours", "\u001b[31mred\u001b[0m \u009b31m"),
  hostile("a right-to-left override", "invoice\u202Efdp.exe"),
  hostile("isolates that do not end", "a\u2066b\u2067c\u2068d"),
  hostile("marks of direction", "a\u200Eb\u200Fc\u061Cd"),
  hostile("a line separator", "first\u2028second\u2029third"),
  hostile("an entity", "A &amp; B"),
  hostile("an entity of an entity", "A &amp;amp; B &lt;b&gt; &#039;"),
  hostile("a formula with =", '=HYPERLINK("http://evil.example";"x")'),
  hostile("a formula with +", "+1+1"),
  hostile("a formula with -", "-1-1"),
  hostile("a formula with @", "@SUM(A1:A9)"),
  hostile("a formula with a tab", "\t=1+1"),
  hostile("an emoji of four bytes", "Launch 🎉 👩‍👩‍👧"),
  hostile("300 characters", "x".repeat(300)),
  hostile("text from right to left", "متحف الشمال שלום"),
  hostile("SQL", "'; DROP TABLE portal_audit_event; -- %_\\"),
];
