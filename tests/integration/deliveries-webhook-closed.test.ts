import { expect, it } from "vitest";
import { testDb, useDatabase } from "@/tests/support/database";
import { aSentMail, eventBody, HARD, post, signatureOf } from "@/tests/support/provider-events";

useDatabase();

it("E16: the webhook is closed while no secret is configured, whatever is posted, and writes nothing", async () => {
  const body = eventBody("email.bounced", await aSentMail(), HARD);
  for (const headers of [{}, signatureOf(body, "msg_1")]) {
    expect(await post(body, headers)).toEqual({ status: 404, outcome: "closed" });
  }
  expect(await testDb().mailEvent.count()).toBe(0);
  expect(await testDb().auditEvent.count()).toBe(0);
});
