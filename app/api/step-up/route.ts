import { superUserJsonRoute } from "@/lib/auth/read-route";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";
import { currentSuperUser } from "@/lib/auth/require-super-user";
import { siteIdsFromText, stepUpIntentSchema } from "@/lib/auth/schema";
import { singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { rememberIntent } from "@/lib/auth/single-sign-on/intent-cookie";
import { now } from "@/lib/platform/clock";

/**
 * Before somebody leaves to confirm a command by single sign-on: remembers in a cookie which command. Proves nothing, writes
 * nothing. 404 where single sign-on is not configured, 401 without a session, as JSON.
 */
export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeignPost(request);
  if (foreign) return foreign;
  if (singleSignOnName() === null) return Response.json({ code: "not_found" }, { status: 404 });
  const raw: unknown = await request.json().catch(() => null);
  return superUserJsonRoute(stepUpIntentSchema, raw, async ({ action, siteIds }) => {
    const wanted = { action, siteIds: siteIdsFromText(siteIds) };
    return { intent: await rememberIntent(await currentSuperUser(), wanted, now()) };
  });
}
