import { expect, it } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { dialect, useDatabase } from "@/tests/support/database";
import { eventBody, HARD, post, signatureOf, WEBHOOK_SECRET } from "@/tests/support/provider-events";

useDatabase();
process.env.RESEND_WEBHOOK_SECRET = WEBHOOK_SECRET;
// Nobody listens there: what the portal meets when the server is down.
process.env.DATABASE_URL = dialect === "mysql" ? "mysql://portal@127.0.0.1:9/matomo" : "file:/nowhere/at/all/matomo.db";

it("E18: while the database is down a report is answered with 503, to be told again, and a forged one with 401", async () => {
  await disconnect();
  const body = eventBody("email.bounced", "provider-1", HARD);
  expect(await post(body, signatureOf(body, "msg_1"))).toEqual({ status: 503, outcome: "try_again" });
  expect(await post(body, {})).toEqual({ status: 401, outcome: "refused" });
});
