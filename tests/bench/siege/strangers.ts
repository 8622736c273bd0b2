// Strangers who sign in: a process of its own, so that sending costs nothing in the process that measures. It is told what
// to send by a message, and answers with what came of it.
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { orderSchema, type Sent } from "./terms";

const LONGEST_MS = 300_000;
const agent = new Agent({ keepAlive: false });

process.on("message", async (message) => {
  const order = orderSchema.parse(message);
  const answers: Record<string, number> = {};
  let lastSentAt = Date.now();
  const one = async (number: number) => {
    lastSentAt = Date.now();
    const answer = await signIn(order, number).catch((error: NodeJS.ErrnoException) => `no answer: ${error.code}`);
    answers[answer] = (answers[answer] ?? 0) + 1;
  };
  const all: Promise<void>[] = [];
  const began = Date.now();
  for (let number = 0; number < order.count; number++) {
    if (order.perSecond !== null) await sleep(Math.max(0, began + (number * 1_000) / order.perSecond - Date.now()));
    all.push(one(number));
  }
  await Promise.all(all);
  const sent: Sent = { answers, lastSentAt, lastAnsweredAt: Date.now() };
  process.send?.(sent);
});

type Order = ReturnType<typeof orderSchema.parse>;

/** Tries a wrong password. @returns the status, and next-auth's word for why */
function signIn({ address, origin, cookie, csrfToken, logins, addresses }: Order, number: number): Promise<string> {
  const identifier = logins[number % logins.length] ?? `nobody-${number}`;
  const body = new URLSearchParams({
    ...{ csrfToken, json: "true", callbackUrl: `${origin}/public-access` },
    ...{ identifier: identifier === "" ? `nobody-${number}` : identifier, password: `a guess, number ${number}` },
  }).toString();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/api/auth/callback/matomo`,
      {
        method: "POST",
        agent,
        timeout: LONGEST_MS,
        headers: {
          ...{ origin, cookie, "content-type": "application/x-www-form-urlencoded" },
          "content-length": Buffer.byteLength(body),
          "x-forwarded-for": addresses[number % addresses.length] ?? "",
        },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece) => (text += piece));
        answer.on("error", reject);
        answer.on("end", () => {
          const why = /[?&]error=(\w+)/.exec(text)?.[1] ?? /"code":"(\w+)"/.exec(text)?.[1];
          resolve([answer.statusCode, why].filter(Boolean).join(" "));
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("timeout")));
    sent.on("error", reject);
    sent.end(body);
  });
}
