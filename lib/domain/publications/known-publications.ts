import type { DbClient } from "@/lib/platform/db/client";
import { givenToAnother } from "./site-identity";

type Publication = Awaited<ReturnType<DbClient["publication"]["findMany"]>>[number];

/**
 * What is known of these sites while they are public, by id. What is known of a site is not said of another one that
 * was given its id: the watch tells of that. Two statements.
 */
export async function readKnownPublications(
  reader: DbClient,
  siteIds: readonly number[],
): Promise<Map<number, Publication>> {
  const publications = await reader.publication.findMany({ where: { idsite: { in: [...siteIds] } } });
  const ids = publications.map(({ idsite }) => idsite);
  const another = await givenToAnother(reader, "portal_publication", ids);
  return new Map(publications.filter(({ idsite }) => !another.has(idsite)).map((one) => [one.idsite, one]));
}
