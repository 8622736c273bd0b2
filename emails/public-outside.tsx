import { alsoNotes, alsoRows, withAlso } from "./also-found";
import { exposureRow } from "./exposure";
import type { AlsoFound, Facts } from "./facts";
import { findingTitle, isUrgent } from "./finding-labels";
import type { Letter, SiteEntry } from "./letter";
import type { MailTranslator } from "./mail-translator";
import { aSite, FRAME, previewOf } from "./preview";
import { subjectOf } from "./subject";
import { tracesRows } from "./traces";
import { fromSite, letterOnSites, outside, publicLine, whenRow } from "./wording";

type PublicOutside = Facts<"public-outside">;

/** Alert: monitoring found sites that were made public, and not here. */
export function publicOutsideLetter(props: PublicOutside, t: MailTranslator): Letter {
  const { also, at, earlierEnds = 0, exposure, host, links, sites, total, traces } = props;
  const ends = t.line("publicOutside.ends", { count: earlierEnds });
  const letter = letterOnSites(
    props,
    {
      title: "publicOutside.title",
      tone: "outside",
      lead: [
        earlierEnds === 0 ? publicLine(null, t) : t.line("frame.public", { end: ends }),
        t.line("watched.notRecorded"),
      ],
      button: "frame.makePrivate",
      notes: alsoNotes(t.line("watched.nobodyKnows"), also, [], t),
    },
    t,
  );
  const urgent = also.find(({ finding }) => isUrgent(finding));
  const backAgain = sites.map((site) => backAgainEntry(site, t));
  return {
    ...letter,
    ...(urgent && { subject: subjectOfFinding(urgent, host, t) }),
    ...(letter.sites && { sites: { ...letter.sites, entries: withAlso(backAgain, also, t) } }),
    rows: [
      traces ? { ...whenRow(at, t), lines: [[t.between(traces.from, at)]] } : whenRow(at, t),
      ...alsoRows(also, t),
      ...(traces ? tracesRows(traces, { total, link: links.activity }, t) : []),
      exposureRow(exposure, t),
    ],
  };
}

function subjectOfFinding(found: AlsoFound, host: string, t: MailTranslator): string {
  const { title, values } = findingTitle(found, t);
  return subjectOf(title, { host, about: found, values }, t);
}

/** A site that came back, with the end date that holds again, and who published it before and why. */
function backAgainEntry(site: PublicOutside["sites"][number], t: MailTranslator): SiteEntry {
  const { by = null, reason = null, until = null } = site.earlier ?? {};
  return {
    ...fromSite(site),
    details: [
      ...(until === null ? [] : [t.line("publicOutside.earlierEnd", { day: t.day(until) })]),
      ...(by === null
        ? []
        : [t.line("publicOutside.previously", { by: { outside: by }, reason: reason ? outside(reason) : "" })]),
    ],
  };
}

export default previewOf(publicOutsideLetter, {
  ...FRAME,
  at: { utc: "2026-11-25 03:15 UTC", local: "2026-11-25 04:15 (Europe/Berlin)" },
  sites: [aSite(31, "Staff intranet", "https://intranet.example")],
  total: 1,
  exposure: { visitsLog: "shown", visitorProfile: "hidden", userIds: "shown" },
  also: [],
  traces: {
    from: { utc: "2026-11-25 03:10 UTC", local: "2026-11-25 04:10 (Europe/Berlin)" },
    to: { utc: "2026-11-25 03:15 UTC", local: "2026-11-25 04:15 (Europe/Berlin)" },
    found: {
      pages: true,
      tokens: true,
      activityLog: false,
      counts: { active: 1, possible: 1, unknown: 0, absent: 1 },
      people: [
        {
          ...{ login: "jonas", right: "admin", sites: 1, was: "active", moreTokens: 0 },
          pages: { was: "active" },
          tokens: [{ description: "Nightly export", was: "active" }],
        },
        {
          ...{ login: "anna", right: "super-user", sites: 1, was: "possible", tokens: [], moreTokens: 0 },
          pages: { was: "possible" },
        },
        { login: "mei", right: "super-user", sites: 1, was: "absent", pages: null, tokens: [], moreTokens: 0 },
      ],
    },
  },
} satisfies Facts<"public-outside">);
