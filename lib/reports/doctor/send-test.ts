import { randomUUID } from "node:crypto";
import { isUsableAddress } from "@/lib/messaging/alerts/recipients";
import { configuredSender } from "@/lib/messaging/mail/sender";
import type { OutgoingMail } from "@/lib/messaging/outbox/sender";
import { now } from "@/lib/platform/clock";
import { env, settingStates } from "@/lib/platform/env";
import { hideSecrets } from "@/lib/platform/logger";
import { maskAddress } from "@/lib/platform/mask-address";
import { bad, good, unknown } from "./line";
import { isMailSetting } from "./policy";
import type { Line } from "./schema";

/** Sends one mail, marked as a test, by the configured transport, and says what the provider answered. */
export async function sendTest(address: string): Promise<Line> {
  if (!isUsableAddress(address)) return bad("testMail", "testNoAddress");
  const unsound = settingStates().find(({ name, problem }) => problem !== null && isMailSetting(name));
  if (unsound) return unknown("testMail", "notLooked", { because: unsound.name });
  const sender = configuredSender();
  const args = { address: maskAddress(address), sender: sender.name };
  const answer = await sender.send(testMail(address));
  if (answer.outcome === "accepted") return good("testMail", "testAccepted", args);
  const words = hideSecrets(answer.error.replaceAll(address, args.address), env());
  return bad("testMail", "testRefused", { ...args, words });
}

function testMail(address: string): OutgoingMail {
  const at = now();
  const { host } = new URL(env().NEXTAUTH_URL);
  const text = [
    `This is a test. The operator of Public Access for Matomo at ${host} asked for it with bin/public-access doctor.`,
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
