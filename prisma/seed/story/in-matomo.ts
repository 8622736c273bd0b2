import { db } from "@/lib/platform/db/client";
import { siteNamed } from "@/prisma/seed/data/sites";
import { insertInMatomo } from "@/prisma/seed/seed-matomo";
import type { PassingTime } from "./passing-time";

/** What vanished is believed at the second look. */
const LOOKS_UNTIL_BELIEVED = 2;

/** What somebody does in Matomo, past the portal, which finds out by its watch. */
export function changesInMatomo(time: PassingTime) {
  const change = async (work: Promise<unknown>) => {
    await work;
    time.somethingChanged(LOOKS_UNTIL_BELIEVED);
  };
  return {
    /** Gives strangers access to a site; Matomo lets other spellings of `anonymous` pass. */
    opens: (name: string, login = "anonymous") =>
      change(insertInMatomo(db(), "access", [{ login, idsite: siteNamed(name).idsite, access: "view" }])),
    /** Gives them another level than they had. */
    raises: (name: string, access: string) =>
      change(db().matomoAccess.updateMany({ where: { ...anonymousOn(name) }, data: { access } })),
    closes: (name: string) => change(db().matomoAccess.deleteMany({ where: anonymousOn(name) })),
    deletes: (login: string) => change(db().matomoUser.delete({ where: { login } })),
    invites: (row: Parameters<typeof insertInMatomo>[2][number]) => change(insertInMatomo(db(), "user", [row])),
  };
}

function anonymousOn(name: string) {
  return { login: "anonymous", idsite: siteNamed(name).idsite };
}
