import type { AnonymousFindingKind, FindingWords } from "./finding-facts";

/** What the watch says about Matomo's user `anonymous` itself (facts 2.1, 2.4, 15.1, 15.2 and 18.4). */
export function anonymousFindingWords(kind: AnonymousFindingKind): FindingWords {
  switch (kind) {
    case "anonymous-missing":
      return {
        name: "User anonymous is missing",
        tone: "outside",
        isAboutMatomo: true,
        subject: {
          found: "Matomo's user anonymous is missing",
          worse: "Matomo's user anonymous is still missing",
          mended: "Matomo's user anonymous is back",
        },
        headline: {
          found: "Matomo's user anonymous is missing",
          worse: "Matomo's user anonymous is still missing",
          mended: "Matomo's user anonymous is back: its access counts again",
        },
        meaning: [
          ["Nobody gets in without a login now: the access rows are still there, but have no effect."],
          [
            "They count again at once when the user comes back, after a restored backup for example. Then every site listed as public is public again, in that moment.",
          ],
          ["Until then nothing can be made public in the portal."],
        ],
        steps: [
          ["Open Public Access and make private what should not come back. That removes the rows."],
          [
            "If public sites are meant to work: let whoever runs the database restore the row of anonymous in Matomo's table user from a backup. Matomo makes it at installation only.",
          ],
          ["Find out who deleted it. Matomo's own pages refuse to."],
        ],
        mended: [
          "Every row of anonymous works again since then: the sites listed in Public Access are public. Go through the list.",
        ],
        seen: "Seen",
      };
    case "anonymous-renamed":
      return {
        name: "User anonymous was renamed",
        tone: "outside",
        isAboutMatomo: true,
        subject: {
          found: "Matomo's user anonymous was renamed",
          worse: "Matomo's user anonymous was renamed again",
          mended: "Matomo's user anonymous has its name back",
        },
        headline: {
          found: "Matomo's user anonymous was renamed",
          worse: "Matomo's user anonymous was renamed again",
          mended: "Matomo's user anonymous has its right name again",
        },
        meaning: [
          [
            "Matomo wants exactly anonymous, in small letters. With another spelling its pages refuse strangers, while its API may still answer them: half public.",
          ],
          ["When the name is set right, every access row counts in full again at once."],
        ],
        steps: [
          ["Open Public Access and make private what should not be public once the name is right again."],
          [
            "Let whoever runs the database set the login back to anonymous in Matomo's table user. Matomo's own pages cannot.",
          ],
          ["Find out who renamed it. Only direct database access can."],
        ],
        mended: ["Public sites work again, pages and API. Go through the list in Public Access."],
        seen: "Seen",
      };
    case "anonymous-can-sign-in":
      return {
        name: "User anonymous can sign in",
        tone: "outside",
        isUrgent: true,
        isAboutMatomo: true,
        subject: {
          found: "Matomo's user anonymous can sign in",
          worse: "Matomo's user anonymous can sign in, changed",
          mended: "Matomo's user anonymous cannot sign in",
        },
        headline: {
          found: "Somebody can sign in as Matomo's user anonymous",
          worse: "Somebody can sign in as anonymous, and it changed again",
          mended: "Nobody can sign in as Matomo's user anonymous any more",
        },
        meaning: [
          [
            "Matomo makes this user without password, second factor or invitation. It has one now. It stands for everybody who is not signed in, so whoever signs in as it can hide behind it.",
          ],
          [
            "Matomo's own pages refuse to change this user, so it was written to the database: somebody has access to it.",
          ],
        ],
        steps: [
          [
            "Let whoever runs the database look at the row of anonymous in Matomo's table user: password and twofactor_secret must be empty, and every invite_ column NULL.",
          ],
          ["Find out who wrote to the database, and change its passwords."],
          ["Look under Activity at what happened since, and make private what is not meant to be public."],
        ],
        mended: ["Password, second factor and invitation are empty again, as Matomo made them."],
        seen: "Seen",
      };
    case "anonymous-super-user":
      return {
        name: "Every visitor is a Super User",
        tone: "outside",
        isUrgent: true,
        isAboutMatomo: true,
        subject: {
          found: "Every visitor is a Super User of Matomo",
          worse: "Every visitor is still a Super User",
          mended: "Visitors are no longer Super Users",
        },
        headline: {
          found: "Every visitor is a Super User of Matomo",
          worse: "Every visitor is still a Super User of Matomo",
          mended: "Visitors are no longer Super Users of Matomo",
        },
        meaning: [
          [
            "Matomo's user anonymous is marked as a Super User. Whoever opens Matomo, without any login, may read every site, and change or delete everything: sites, users, settings, plugins.",
          ],
          ["Making sites private does not help: a Super User needs no access rows."],
          ["Matomo's own pages and API refuse to do this, so somebody wrote to its database."],
        ],
        steps: [
          ["Take Matomo off the net now, or close it to strangers at the web server, until this is mended."],
          [
            "Let whoever runs the database set it back: in Matomo's table user, the row with the login anonymous must have superuser_access = 0.",
          ],
          [
            "Then take the instance as broken into: look at users, tokens and plugins, change every password, the database's too, and compare with a backup.",
          ],
        ],
        mended: [
          "superuser_access of anonymous is 0 again. While it was 1 anybody could read and change everything: look at users, tokens and plugins, and change every password.",
        ],
        seen: "Seen",
      };
  }
}
