import { superUserJsonRoute } from "@/lib/auth/read-route";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";
import { currentSuperUser } from "@/lib/auth/require-super-user";
import { readPublishConsequences } from "@/lib/domain/public-access/consequences";
import { chosenSitesSchema } from "@/lib/domain/public-access/reading-schema";

/** What publishing the chosen sites would show, as JSON. A POST, since 10,000 ids fit no address; it writes nothing. */
export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeignPost(request);
  if (foreign) return foreign;
  const raw: unknown = await request.json().catch(() => null);
  return superUserJsonRoute(chosenSitesSchema, raw, async ({ siteIds }) =>
    readPublishConsequences(await currentSuperUser(), siteIds),
  );
}
