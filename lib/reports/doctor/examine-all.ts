import type { DbClient } from "@/lib/platform/db/client";
import { examine, examineOutside } from "./examine";
import { good } from "./line";
import type { Line, Section } from "./schema";
import { sendTest } from "./send-test";

/**
 * Looks at everything, also over the network.
 * @param testAddress where one marked test mail is sent; null sends nothing
 */
export async function examineAll(db: DbClient, testAddress: string | null): Promise<Section[]> {
  const [inside, outside] = await Promise.all([examine(db), examineOutside(db)]);
  const test: Line = testAddress === null ? good("testMail", "testNotSent") : await sendTest(testAddress);
  const withTest = ({ group, lines }: Section) => ({ group, lines: group === "mail" ? [...lines, test] : lines });
  return [...inside.map(withTest), outside];
}
