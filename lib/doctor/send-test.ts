import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { configuredSender } from "@/lib/mail/sender";
import type { OutgoingMail } from "@/lib/outbox/sender";
import { bad, good } from "./line";
import { maskAddress } from "./policy";
import type { Line } from "./schema";

/** Sends one mail, marked as a test, by the configured way out, and says what the provider answered. */
export async function sendTest(address: string): Promise<Line> {
  const sender = configuredSender();
  const answer = await sender.send(testMail(address));
  const args = { address: maskAddress(address), sender: sender.name };
  if (answer.outcome === "accepted") return good("testMail", "testAccepted", args);
  const words = answer.error.replaceAll(address, args.address);
  return bad("testMail", "testRefused", { ...args, words });
}

function testMail(address: string): OutgoingMail {
  const at = now();
  const { host } = new URL(env().NEXTAUTH_URL);
  const text = [
    `This is a test. The operator of Public Access for Matomo at ${host} asked for it with npm run doctor.`,
    "Nothing has become public, and there is nothing to do: that you can read this means that its mails arrive here.",
    `Sent ${at.toISOString()}.`,
  ];
  return {
    idempotencyKey: `doctor/test/${randomUUID()}`,
    to: address,
    queuedAt: at,
    subject: `[Test] Public Access for Matomo at ${host}`,
    html: `<!doctype html><html lang="en"><body>${text.map((line) => `<p>${line}</p>`).join("")}</body></html>`,
    text: text.join("\n\n"),
    headers: {},
  };
}
