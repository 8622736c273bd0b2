import { afterAll, expect, it } from "vitest";
import { pollDeliveryStatus } from "@/lib/domain/deliveries/poll-delivery-status";
import { HOUR_MS } from "@/lib/platform/clock";
import { statementsOf } from "@/tests/bench/count-statements";
import { testDb, useDatabase } from "@/tests/support/database";
import { aSentMail } from "@/tests/support/provider-events";
import { startReceiver } from "@/tests/support/receiver";

useDatabase();

const resend = await startReceiver();
Object.assign(process.env, { RESEND_API_KEY: "re_of_the_tests", RESEND_BASE_URL: resend.url });
afterAll(() => resend.stop());

it("E21: nobody is asked while mails leave another way, not even about mails that Resend took before", async () => {
  await aSentMail({ sentAt: new Date(Date.now() - HOUR_MS) });
  expect(await statementsOf(pollDeliveryStatus)).toEqual([]);
  expect([resend.asked, await testDb().mailEvent.count()]).toEqual([[], 0]);
});
