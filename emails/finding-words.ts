import { anonymousFindingWords } from "./anonymous-finding-words";
import type { FindingKind, FindingWords } from "./finding-facts";
import type { Line } from "./letter";
import { makePrivateStep, theseSites } from "./wording";

const STILL_PUBLIC: Line = ["Whether a site is public is another question: Public Access shows it."];

/** What the watch says about each thing it can find (facts 2.1, 2.2, 15.1 to 15.7 and 18.4 to 18.7). */
export function findingWords(kind: FindingKind, total: number): FindingWords {
  const one = total === 1;
  const [is, was, has] = one ? ["is", "was", "has"] : ["are", "were", "have"];
  const it = one ? "it" : "them";
  switch (kind) {
    case "public-outside":
      return {
        name: "Made public outside the portal",
        tone: "outside",
        subject: {
          found: "Public outside the portal",
          worse: "Public outside the portal, changed",
          mended: "No longer open from outside",
        },
        headline: {
          found: ` ${was} made public outside the portal`,
          worse: ` ${is} public outside the portal, and the rows changed`,
          mended: ` ${is} no longer public without the portal knowing why`,
        },
        meaning: [["Anyone can read the reports, without a login. Nobody said here why, nor until when."]],
        steps: [
          ["Ask the other Super Users whether one of them did it in Matomo itself. They got this mail too."],
          makePrivateStep(`make ${it} private`),
        ],
        mended: STILL_PUBLIC,
        seen: "Seen",
      };
    case "writable":
      return {
        name: "Public and writable",
        tone: "outside",
        isUrgent: true,
        subject: {
          found: "Public and writable",
          worse: "Public and writable, worse now",
          mended: "No longer writable by strangers",
        },
        headline: {
          found: ` ${is} public and writable`,
          worse: ` ${is} public and writable, with more rights than before`,
          mended: ` ${is} no longer writable by strangers`,
        },
        meaning: [
          [
            `Anyone can read the reports of ${theseSites(total)} without a login, and can also change things there: goals, annotations and whatever else Matomo lets this level change.`,
          ],
          [
            "Matomo's own pages do not offer this. Somebody used the API with another spelling, or wrote to the database.",
          ],
        ],
        steps: [
          [
            `Open Public Access and choose "Reduce to view", so that strangers may look and nothing else, or make ${it} private. Both work at once. The link only opens the page.`,
          ],
          [`Look in Matomo at what may have been changed on ${theseSites(total)}: goals, annotations, settings.`],
          ["Change your Matomo password, and go through Matomo's tokens, plugins and database logins."],
        ],
        mended: [
          `Strangers can no longer change anything on ${theseSites(total)}. What they changed until now is not undone. Whether ${one ? "it is" : "they are"} still public is another question: Public Access shows it.`,
        ],
        seen: "Public and writable",
      };
    case "other-spelling":
      return {
        name: "Public by another spelling",
        tone: "opened",
        subject: {
          found: "Public by another spelling",
          worse: "Public by another spelling, changed",
          mended: "No other spelling any more",
        },
        headline: {
          found: ` ${is} public by another spelling of anonymous`,
          worse: ` ${is} public by another spelling of anonymous, and the rows changed`,
          mended: ` ${has} no rows in another spelling of anonymous any more`,
        },
        meaning: [
          [
            "The database takes logins such as Anonymous, ANONYMOUS or ānonymoüs for anonymous, so these rows let strangers in. Matomo's own pages do not always show them.",
          ],
          ["Making the site private in Matomo may leave such a row behind. Public Access removes every spelling."],
        ],
        steps: [
          [
            `If ${one ? "it is" : "they are"} meant to be public: open Public Access and choose "Reduce to view", which leaves one row in the right spelling.`,
          ],
          makePrivateStep(`make ${it} private, if not`),
          ["Ask the other Super Users who wrote these rows. They got this mail too."],
        ],
        mended: STILL_PUBLIC,
        seen: "Seen",
      };
    case "duplicate-rows":
      return {
        name: "Duplicate rows",
        tone: "calm",
        subject: {
          found: "Duplicate access rows",
          worse: "More duplicate access rows",
          mended: "No duplicate access rows any more",
        },
        headline: {
          found: ` ${has} more than one row that makes ${it} public`,
          worse: ` ${has} even more rows that make ${it} public`,
          mended: ` ${has} no duplicate rows any more`,
        },
        meaning: [
          [
            "Matomo can write the same row twice when two changes meet. Strangers see no more by it, but whoever deletes one row by hand believes the site private, and it is not.",
          ],
        ],
        steps: [
          ['Open Public Access and choose "Reduce to view": one row is left.'],
          [
            "Make a site private in Public Access or in Matomo. Both delete all rows; deleting one row by hand does not.",
          ],
        ],
        mended: STILL_PUBLIC,
        seen: "Seen",
      };
    case "null-access":
      return {
        name: "Matomo fails for visitors",
        tone: "outside",
        isUrgent: true,
        isAboutMatomo: true,
        subject: {
          found: "Matomo fails for visitors",
          worse: "Matomo still fails for visitors",
          mended: "Matomo answers visitors again",
        },
        headline: {
          found: "Matomo fails for everybody who is not signed in",
          worse: "Matomo still fails for everybody who is not signed in",
          mended: "Matomo answers everybody who is not signed in again",
        },
        meaning: [
          [
            "Matomo answers everybody who is not signed in with an error, the sign-in page too. Whoever is signed in does not notice; whoever signs out cannot come back.",
          ],
          ["The cause is an access row of anonymous without any value. Matomo itself never writes one."],
        ],
        steps: [
          [
            `Do it now: open Public Access and remove the unclear rows of ${theseSites(total)}. Matomo answers again from the next request on.`,
          ],
          ["If you cannot get in, whoever runs the database deletes the rows of anonymous whose access is NULL."],
          ["Find out what wrote the row: a script, a plugin, a restored backup."],
        ],
        mended: ["The row without a value is gone. Matomo's sign-in page and its public sites work again."],
        seen: "Without any value",
      };
    case "unclear-access":
      return {
        name: "Unclear access row",
        tone: "calm",
        subject: {
          found: "Unclear access row",
          worse: "Unclear access row changed",
          mended: "No unclear access row any more",
        },
        headline: {
          found: ` ${has} an access row that nobody understands`,
          worse: ` ${has} an access row that nobody understands, and it changed`,
          mended: ` ${has} no unclear access rows any more`,
        },
        meaning: [
          [
            "Matomo honours view, write, admin and superuser, written exactly so. This row of anonymous says something else. In Matomo it gives nothing; a plugin may see it otherwise, and the portal cannot know.",
          ],
        ],
        steps: [
          ["Ask whoever installs Matomo's plugins whether one of them uses this word."],
          ["If none does: open Public Access and remove the unclear rows. Nothing becomes public or private by it."],
        ],
        mended: STILL_PUBLIC,
        seen: "Seen",
      };
    case "orphan-rows":
      return {
        name: "Rows of a deleted site",
        tone: "calm",
        subject: {
          found: "Rows of deleted sites left behind",
          worse: "More rows of deleted sites",
          mended: "No rows of deleted sites any more",
        },
        headline: {
          found: " left access rows behind when deleted",
          worse: " left even more access rows behind when deleted",
          mended: ": no access rows are left behind any more",
        },
        meaning: [
          [
            "The rows do nothing while there is no such site. But some databases give the id of a deleted site to a new one: that site would be public from its first moment, and nobody would have made it so.",
          ],
        ],
        steps: [
          ["Open Public Access and clean up the rows of deleted sites. Nothing that exists now is changed by it."],
          ["Until then, look at each new site right after it is made."],
        ],
        mended: ["The rows are gone, or their id belongs to a site again. Public Access shows what is public now."],
        seen: "Seen",
      };
    default:
      return anonymousFindingWords(kind);
  }
}
