import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMailbox, readMailbox } from "@/lib/messaging/mail/mailbox";
import { mailboxSender } from "@/lib/messaging/mail/mailbox-sender";
import { resendSender } from "@/lib/messaging/mail/resend-sender";
import { smtpSender } from "@/lib/messaging/mail/smtp-sender";
import type { OutgoingMail } from "@/lib/messaging/outbox/sender";
import { HOUR_MS } from "@/lib/platform/clock";
import { advance, freezeClock } from "@/tests/support/clock";

const FROM = "Public Access <alerts@portal.example>";
const MAIL: OutgoingMail = {
  idempotencyKey: "event-1/anna",
  to: "anna@example.org",
  queuedAt: new Date("2026-11-23T22:46:01.123Z"),
  subject: '"Café Zürich" was made public on stats.example',
  html: "<p>“Café Zürich” was made public</p>",
  headers: { "X-Of-The-Mail": "one" },
  text: `“Café Zürich” was made public\n\n${"word ".repeat(300)}\n.\n`,
};
const UNREACHABLE = "127.0.0.1:9";

function portOf(server: { address(): ReturnType<Server["address"]> }): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server does not listen on a port.");
  return address.port;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function tcpServerThat(talks: (socket: Socket) => void): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    talks(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return { url: `tcp://127.0.0.1:${portOf(server)}` };
}

describe("Resend", () => {
  type Request = { headers: IncomingHttpHeaders; body: string };

  async function resendThat(answer: (response: ServerResponse, request: Request) => void, timeoutMs = 5_000) {
    const requests: Request[] = [];
    const server = createServer(async (incoming, response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const request = { headers: incoming.headers, body: Buffer.concat(chunks).toString("utf8") };
      requests.push(request);
      answer(response, request);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    });
    const baseUrl = `http://127.0.0.1:${portOf(server)}`;
    return { requests, sender: resendSender({ apiKey: "re_test", from: FROM, baseUrl, timeoutMs }) };
  }

  const answers =
    (status: number, name: string, headers: Record<string, string> = {}) =>
    (response: ServerResponse): void => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(
        JSON.stringify(status === 200 ? { id: name } : { statusCode: status, name, message: `about ${name}` }),
      );
    };

  it("E23: takes a mail, marked as written by a machine and to one address only", async () => {
    const { requests, sender } = await resendThat(answers(200, "mail-1"));
    expect(await sender.send(MAIL)).toEqual({ outcome: "accepted", providerId: "mail-1" });
    const [request] = requests;
    expect(request?.headers["idempotency-key"]).toBe("event-1/anna");
    expect(request?.headers.authorization).toBe("Bearer re_test");
    const { idempotencyKey: _key, queuedAt: _queuedAt, ...content } = MAIL;
    expect(JSON.parse(request?.body ?? "")).toEqual({
      ...content,
      from: FROM,
      to: ["anna@example.org"],
      headers: { "X-Of-The-Mail": "one", "Auto-Submitted": "auto-generated" },
    });
  });

  it("E3: gets identical bytes under the same key at every try", async () => {
    const { requests, sender } = await resendThat(answers(500, "internal_server_error"));
    await sender.send(MAIL);
    await sender.send(MAIL);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(requests[1]?.headers["idempotency-key"]).toBe(requests[0]?.headers["idempotency-key"]);
  });

  it.each([
    [422, "validation_error"],
    [400, "validation_error"],
    [422, "missing_required_field"],
  ])("that answers %i %s has refused the mail for good, and its words are kept", async (status, name) => {
    const { sender } = await resendThat(answers(status, name));
    const outcome = await sender.send(MAIL);
    expect(outcome).toMatchObject({ outcome: "refused" });
    expect(outcome).toHaveProperty("error", expect.stringContaining(`${status}: about ${name}`));
  });

  it.each([
    [401, "missing_api_key"],
    [401, "restricted_api_key"],
    [403, "invalid_api_key"],
    [403, "validation_error"],
    [422, "invalid_from_address"],
  ])("that answers %i %s finds fault with the set-up, not the address: the mail waits", async (status, name) => {
    const { sender } = await resendThat(answers(status, name));
    const outcome = await sender.send(MAIL);
    expect(outcome).toMatchObject({ outcome: "later", retryAfterMs: null });
    expect(outcome).toHaveProperty("error", expect.stringContaining("Check RESEND_API_KEY"));
  });

  it.each([
    ["2", 2_000],
    ["0.5", 500],
    ["999999", 3_600_000],
    ["soon", 1_000],
  ])("that is asked too often names the pause (retry-after: %s)", async (header, retryAfterMs) => {
    const { sender } = await resendThat(answers(429, "rate_limit_exceeded", { "retry-after": header }));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs });
  });

  it("that is asked too often without naming a pause gets one of a second", async () => {
    const { sender } = await resendThat(answers(429, "rate_limit_exceeded"));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: 1_000 });
  });

  it.each(["daily_quota_exceeded", "monthly_quota_exceeded"])(
    "with %s is not taken for a short pause",
    async (name) => {
      const { sender } = await resendThat(answers(429, name, { "retry-after": "1" }));
      expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: null });
    },
  );

  it.each([
    [500, "internal_server_error"],
    [503, "application_error"],
    [409, "concurrent_idempotent_requests"],
    [404, "not_found"],
  ])("that answers %i %s is tried again later", async (status, name) => {
    const { sender } = await resendThat(answers(status, name));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: null });
  });

  it.each([
    [409, "invalid_idempotent_request"],
    [400, "invalid_idempotency_key"],
  ])("that answers %i %s has looked at the key alone: the mail needs another one", async (status, name) => {
    const { sender } = await resendThat(answers(status, name));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: null, keyTaken: true });
  });

  it("that is still at the first try under this key may have taken it", async () => {
    const { sender } = await resendThat(answers(409, "concurrent_idempotent_requests"));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", inDoubt: true });
  });

  it("behind a proxy that answers in its own words is tried again later", async () => {
    const { sender } = await resendThat((response) => response.writeHead(502).end('{"error":"bad gateway"}'));
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: null });
  });

  it("that does not answer is given up after the time limit and tried again later", async () => {
    const { sender } = await resendThat(() => undefined, 150);
    const error = "Resend did not answer within 0.15 s.";
    expect(await sender.send(MAIL)).toEqual({ outcome: "later", error, retryAfterMs: null, inDoubt: true });
  });

  it.each([
    ["where nobody listens", `http://${UNREACHABLE}`],
    ["under a name that is none", "http://resend.invalid"],
  ])("that cannot be reached (%s) is tried again later, and cannot have taken the mail", async (_, baseUrl) => {
    const sender = resendSender({ apiKey: "re_test", from: FROM, baseUrl });
    const error = "Resend could not be reached.";
    expect(await sender.send(MAIL)).toEqual({ outcome: "later", error, retryAfterMs: null });
  });

  it("whose TLS fails cannot have taken the mail", async () => {
    const { url } = await tcpServerThat((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const sender = resendSender({ apiKey: "re_test", from: FROM, baseUrl: url.replace("tcp:", "https:") });
    const outcome = await sender.send(MAIL);
    expect(outcome).toEqual({ outcome: "later", error: "Resend could not be reached.", retryAfterMs: null });
  });

  it("that breaks the connection once it was asked may have taken the mail, also while others cannot be reached", async () => {
    const { sender } = await resendThat((response) => void response.destroy());
    const nowhere = resendSender({ apiKey: "re_test", from: FROM, baseUrl: `http://${UNREACHABLE}` });
    const [asked, unasked] = await Promise.all([sender.send(MAIL), nowhere.send(MAIL)]);
    expect(asked).toMatchObject({ outcome: "later", inDoubt: true });
    expect(unasked).not.toHaveProperty("inDoubt");
  });

  it("is not asked under a key of an older version that fits into no header: the mail needs another one", async () => {
    const { requests, sender } = await resendThat(answers(200, "mail-1"));
    const idempotencyKey = "event/1/made-public/анна@people.example";
    expect(await sender.send({ ...MAIL, idempotencyKey })).toMatchObject({ outcome: "later", keyTaken: true });
    expect(requests).toEqual([]);
  });
});

describe("SMTP", () => {
  type Arrived = { raw: Buffer; recipients: string[] };
  type Refusal = { at: "auth" | "from" | "to" | "data"; code: number };

  async function smtpThat(refuses?: Refusal, login?: string) {
    const arrived: Arrived[] = [];
    const no = (at: Refusal["at"]) =>
      refuses?.at === at ? Object.assign(new Error(`no ${at}`), { responseCode: refuses.code }) : null;
    const server = new SMTPServer({
      authOptional: refuses?.at !== "auth",
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onAuth: (_auth, _session, done) => done(no("auth") ?? new Error("no")),
      onMailFrom: (_address, _session, done) => done(no("from")),
      onRcptTo: (_address, _session, done) => done(no("to")),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          if (no("data")) return done(no("data"));
          arrived.push({ raw: Buffer.concat(chunks), recipients: session.envelope.rcptTo.map((one) => one.address) });
          done();
        });
      },
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    closing.push(() => new Promise<void>((closed) => server.close(closed)));
    const url = `smtp://${login ? `${login}@` : ""}127.0.0.1:${portOf(server.server)}`;
    return { arrived, sender: smtpSender({ url, from: FROM, timeoutMs: 2_000 }) };
  }

  it("E22, E23: delivers one mail to one address: text first, then HTML, marked as written by a machine", async () => {
    const { arrived, sender } = await smtpThat();
    expect(await sender.send(MAIL)).toMatchObject({ outcome: "accepted" });
    const [mail] = arrived;
    expect(mail?.recipients).toEqual(["anna@example.org"]);
    const raw = mail?.raw.toString("utf8") ?? "";
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(raw.indexOf("Content-Type: text/plain")).toBeGreaterThan(0);
    expect(raw.indexOf("Content-Type: text/plain")).toBeLessThan(raw.indexOf("Content-Type: text/html"));
    const parsed = await PostalMime.parse(raw);
    expect(parsed.subject).toBe(MAIL.subject);
    expect(parsed.html?.trim()).toBe(MAIL.html);
    expect(parsed.text?.trim()).toBe(MAIL.text.trim());
    const values = (key: string) => parsed.headers.filter((header) => header.key === key).map(({ value }) => value);
    expect(values("to")).toEqual(["anna@example.org"]);
    expect(values("auto-submitted")).toEqual(["auto-generated"]);
    expect(values("cc").concat(values("bcc"), values("list-unsubscribe"), values("x-mailer"))).toEqual([]);
  });

  it("gives each key one Message-ID, at every try", async () => {
    const { arrived, sender } = await smtpThat();
    await sender.send(MAIL);
    await sender.send(MAIL);
    await sender.send({ ...MAIL, idempotencyKey: "event-1/bela" });
    const ids = await Promise.all(arrived.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
    expect(ids[0]).toMatch(/^<[0-9a-f]{64}@portal\.example>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("dates each try by itself, and has the same bytes otherwise", async () => {
    const { arrived, sender } = await smtpThat();
    freezeClock("2026-11-23T22:46:01Z");
    await sender.send(MAIL);
    advance(4.5 * HOUR_MS);
    await sender.send(MAIL);
    const [first = "", second = ""] = arrived.map(({ raw }) => raw.toString("utf8"));
    expect(first).toContain("\r\nDate: Mon, 23 Nov 2026 22:46:01 +0000\r\n");
    expect(second).toContain("\r\nDate: Tue, 24 Nov 2026 03:16:01 +0000\r\n");
    const withoutDate = (raw: string) => raw.replace(/^Date: .*$/m, "");
    expect(withoutDate(second)).toBe(withoutDate(first));
  });

  it("says where answers go, if that is elsewhere", async () => {
    const { arrived, sender } = await smtpThat();
    await sender.send(MAIL);
    await sender.send({ ...MAIL, replyTo: "Security <security@house.example>" });
    const [first, second] = await Promise.all(arrived.map(({ raw }) => PostalMime.parse(raw)));
    expect(first?.replyTo).toBeUndefined();
    expect(second?.replyTo).toEqual([{ name: "Security", address: "security@house.example" }]);
  });

  it("never reads two addresses out of one", async () => {
    const { arrived, sender } = await smtpThat();
    await sender.send({ ...MAIL, to: "anna@example.org, eve@evil.example" });
    expect(arrived.flatMap((mail) => mail.recipients)).not.toContain("eve@evil.example");
    expect(arrived.flatMap((mail) => mail.recipients).length).toBeLessThan(2);
  });

  it("never gains a header by the subject or the address", async () => {
    const { arrived, sender } = await smtpThat();
    await sender.send({ ...MAIL, subject: "a\r\nBcc: eve@evil.example" });
    await sender.send({ ...MAIL, to: "anna@example.org\r\nBcc: eve@evil.example" });
    for (const { raw, recipients } of arrived) {
      expect(recipients).not.toContain("eve@evil.example");
      expect((await PostalMime.parse(raw)).headers.map((header) => header.key)).not.toContain("bcc");
    }
    expect(arrived.length).toBeGreaterThan(0);
  });

  it.each([
    { at: "to", code: 550 },
    { at: "data", code: 554 },
  ] satisfies Refusal[])("has refused for good what the server refuses with $code at $at", async (refusal) => {
    const { sender } = await smtpThat(refusal);
    const outcome = await sender.send(MAIL);
    expect(outcome).toMatchObject({ outcome: "refused" });
    expect(outcome).toHaveProperty("error", expect.stringContaining(String(refusal.code)));
  });

  it.each([
    { at: "to", code: 451 },
    { at: "data", code: 452 },
    { at: "from", code: 421 },
    { at: "from", code: 553 },
    { at: "to", code: 530 },
  ] satisfies Refusal[])(
    "tries again what the server puts off or lays to the set-up ($code at $at)",
    async (refusal) => {
      const { sender } = await smtpThat(refusal);
      expect(await sender.send(MAIL)).toMatchObject({ outcome: "later", retryAfterMs: null });
    },
  );

  it("lets the mail wait when the login is wrong, and says where to look, without the password", async () => {
    const { sender } = await smtpThat({ at: "auth", code: 535 }, "portal:hunter2");
    const outcome = await sender.send(MAIL);
    expect(outcome).toMatchObject({ outcome: "later" });
    expect(outcome).toHaveProperty("error", expect.stringContaining("Check the user and password in SMTP_URL"));
    expect(JSON.stringify(outcome)).not.toContain("hunter2");
  });

  it("has refused an address that is none", async () => {
    const { sender } = await smtpThat();
    expect(await sender.send({ ...MAIL, to: "" })).toMatchObject({ outcome: "refused" });
  });

  it.each([
    ["where nobody listens", `smtp://${UNREACHABLE}`],
    ["under a name that is none", "smtp://mail.invalid"],
  ])(
    "tries again when the server cannot be reached (%s), and says nothing of a mail that may have arrived",
    async (_, url) => {
      const sender = smtpSender({ url, from: FROM, timeoutMs: 2_000 });
      const outcome = await sender.send(MAIL);
      expect(outcome).toMatchObject({ outcome: "later", retryAfterMs: null });
      expect(outcome).not.toHaveProperty("inDoubt");
    },
  );

  const TAKE_IT = "354 go ahead";
  const GREETING = ["220 hello", "250 hello", "250 sender", "250 recipient"];

  /** Says `lines`, one after each of the client's, and after the last, or the whole mail, does `then`. */
  const conversation = (lines: readonly string[], then: (socket: Socket) => void) => (socket: Socket) => {
    const left = [...lines];
    let mail = "";
    const next = () => {
      const line = left.shift();
      if (line === undefined) then(socket);
      else socket.write(`${line}\r\n`);
    };
    next();
    socket.on("data", (chunk) => {
      if (left.length > 0 || lines.at(-1) !== TAKE_IT) return next();
      mail += chunk;
      if (mail.endsWith("\r\n.\r\n")) next();
    });
  };

  it.each([
    ["greeting", [], false],
    ["sender", GREETING.slice(0, 2), false],
    ["mail itself is asked for", GREETING, false],
    ["mail is there", [...GREETING, TAKE_IT], true],
  ] as const)(
    "that breaks the connection when the %s may have taken the mail only if it has it",
    async (_, lines, inDoubt) => {
      for (const end of ["destroy", "resetAndDestroy"] as const) {
        const { url } = await tcpServerThat(conversation(lines, (socket) => void socket[end]()));
        const outcome = await smtpSender({ url: url.replace("tcp:", "smtp:"), from: FROM }).send(MAIL);
        expect(outcome).toMatchObject({ outcome: "later", retryAfterMs: null });
        expect("inDoubt" in outcome).toBe(inDoubt);
      }
    },
  );

  it.each([
    ["anything", [], false],
    ["the mail", [...GREETING, TAKE_IT], true],
  ] as const)("that says nothing to %s is given up and tried again", async (_, lines, inDoubt) => {
    const { url } = await tcpServerThat(conversation(lines, () => {}));
    const outcome = await smtpSender({ url: url.replace("tcp:", "smtp:"), from: FROM, timeoutMs: 500 }).send(MAIL);
    expect(outcome).toMatchObject({ outcome: "later", retryAfterMs: null });
    expect("inDoubt" in outcome).toBe(inDoubt);
  });
});

describe("the mailbox", () => {
  let dir = "";
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), "mailbox-"));
    closing.push(() => rm(dir, { recursive: true }));
  });
  const mailbox = () => mailboxSender({ dir, from: FROM });

  it("keeps each mail as one file that any mail program reads", async () => {
    expect(await mailbox().send(MAIL)).toMatchObject({ outcome: "accepted" });
    const [name = ""] = await readdir(dir);
    expect(name).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{32}\.eml$/);
    const raw = await readFile(path.join(dir, name), "utf8");
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(raw).not.toMatch(/(?<!\r)\n/);
  });

  it("holds a mail once, however often it is sent", async () => {
    await mailbox().send(MAIL);
    await mailbox().send(MAIL);
    await mailbox().send({ ...MAIL, idempotencyKey: "event-1/bela" });
    expect(await readdir(dir)).toHaveLength(2);
  });

  it("shows a mail as it would arrive: headers in order, subject, HTML and text", async () => {
    freezeClock("2026-11-23T22:50:00Z");
    const sent = await mailbox().send(MAIL);
    const id = sent.outcome === "accepted" ? (sent.providerId ?? "") : "";
    const mail = await readMailbox(id, dir);
    expect(mail).toMatchObject({ id, subject: MAIL.subject, to: "anna@example.org", from: FROM });
    expect(mail?.html.trim()).toBe(MAIL.html);
    expect(mail?.text.trim()).toBe(MAIL.text.trim());
    expect(mail?.date).toEqual(new Date("2026-11-23T22:50:00.000Z"));
    const names = mail?.headers.map((header) => header.name) ?? [];
    expect(names).toEqual(expect.arrayContaining(["Auto-Submitted", "Message-ID"]));
    expect(names.indexOf("From")).toBeLessThan(names.indexOf("To"));
  });

  it("lists the newest first, each with the list that it is filed into", async () => {
    const filed: Record<string, string>[] = [
      {},
      { "List-Id": "Public Access reminders <reminders.x.example>" },
      { "List-Id": "Public Access alerts <alerts.x.example>" },
    ];
    for (const [nth, headers] of filed.entries()) {
      const queuedAt = new Date(MAIL.queuedAt.getTime() + nth);
      await mailbox().send({ ...MAIL, headers, queuedAt, idempotencyKey: `event-${nth}/anna`, subject: `mail ${nth}` });
    }
    expect((await listMailbox(dir)).map(({ subject, kind, to }) => [subject, kind, to])).toEqual([
      ["mail 2", "alerts", MAIL.to],
      ["mail 1", "reminders", MAIL.to],
      ["mail 0", null, MAIL.to],
    ]);
  });

  it("is empty, not broken, before the first mail, and ignores files that are not its own", async () => {
    expect(await listMailbox(path.join(dir, "not-yet"))).toEqual([]);
    await writeFile(path.join(dir, "notes.txt"), "x");
    await writeFile(path.join(dir, ".half.tmp"), "x");
    expect(await listMailbox(dir)).toEqual([]);
  });

  it.each(["../secret", "..%2Fsecret", "/etc/passwd", "", ".", "20261123T224601123Z-../../secret", "secret"])(
    "never leads out of its folder: %s",
    async (id) => {
      await writeFile(path.join(dir, "secret.eml"), "Subject: secret\r\n\r\nx");
      expect(await readMailbox(id, path.join(dir, "inner"))).toBeNull();
      expect(await readMailbox(id, dir)).toBeNull();
    },
  );

  it("says null for a mail that is not there", async () => {
    expect(await readMailbox(`20261123T224601123Z-${"0".repeat(32)}`, dir)).toBeNull();
  });

  it("tries again later when the folder cannot be written", async () => {
    await writeFile(path.join(dir, "file"), "x");
    const outcome = await mailboxSender({ dir: path.join(dir, "file"), from: FROM }).send(MAIL);
    expect(outcome).toMatchObject({ outcome: "later", error: expect.stringContaining("mailbox folder") });
  });
});
