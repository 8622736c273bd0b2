import { now } from "@/lib/platform/clock";
import { anonymousAccess, aSite } from "./builders";
import { ownerDb } from "./database";

type Publication = {
  channel: "portal" | "outside" | "before-portal";
  since: Date;
  grantedBy: string | null;
  until: Date | null;
  reviewedAt: Date | null;
};

/** A public site with a publication, written past the portal. @returns its idsite */
export async function published(name: string, row: Partial<Publication> = {}): Promise<number> {
  const id = await aSite({ name });
  await anonymousAccess(id);
  await publication(id, row);
  return id;
}

/** The portal's record of a site, whether it is public or not. */
export async function publication(idsite: number, row: Partial<Publication> = {}): Promise<void> {
  const { channel = "portal", since = now(), grantedBy = "anna", until = null, reviewedAt = null } = row;
  const reviewedBy = reviewedAt ? "bob" : null;
  await ownerDb().publication.create({
    data: { idsite, channel, since, grantedBy, until, reviewedAt, reviewedBy, eventSeq: 1n },
  });
}
