import type { Site } from "./facts";
import type { FindingKind, Phase, Seen } from "./finding-facts";
import { findingLabel, findingName, findingShape } from "./finding-labels";
import type { FactRow, SiteEntry } from "./letter";
import { type Line, plain } from "./line";
import type { MailTranslator } from "./mail-translator";
import { seenText } from "./seen-label";
import { fromSite, withNames } from "./wording";

/** What was found at the same moment and is said in the same mail. */
export type AlsoFound = {
  finding: FindingKind;
  phase: Exclude<Phase, "mended">;
  sites: readonly (Site & { detail: Seen | null })[];
  total: number;
  detail: Seen | null;
};

/** The sites of a mail with what else was found on each; those that it does not name yet come last. */
export function withAlso(entries: readonly SiteEntry[], also: readonly AlsoFound[], t: MailTranslator): SiteEntry[] {
  type Named = Omit<SiteEntry, "details"> & { details: Line[] };
  const all = new Map(entries.map((entry): [number, Named] => [entry.id, { ...entry, details: [...entry.details] }]));
  for (const { finding, sites } of also) {
    for (const site of withNames(sites, t)) {
      const entry: Named = all.get(site.id) ?? { ...fromSite(site), details: [] };
      const line = foundLine(finding, site.detail, t);
      if (findingShape(finding).isUrgent && !entry.alarm) entry.alarm = line;
      else entry.details.push(line);
      all.set(site.id, entry);
    }
  }
  return [...all.values()];
}

function foundLine(finding: FindingKind, detail: Seen | null, t: MailTranslator): Line {
  const name = findingName(finding, t);
  if (detail === null) return [name];
  return t.line("frame.labelled", { label: name, value: { outside: seenText(detail, t) } });
}

/** For each thing that was found, what it means. */
export function alsoRows(also: readonly AlsoFound[], host: string, t: MailTranslator): FactRow[] {
  return also.map((found) => {
    const seen = found.detail === null ? [] : [[{ outside: seenText(found.detail, t) }]];
    return {
      label: findingName(found.finding, t),
      lines: [...seen, ...findingLabel({ ...found, host }, t).meaning],
    };
  });
}

/**
 * What to do about all of it, each thing said once. What puts the worst of a site right puts the rest of it right, too.
 * @param known sites that `first` is about already
 */
export function alsoNotes(
  first: readonly Line[],
  also: readonly AlsoFound[],
  { host, known = [] }: { host: string; known?: readonly Site[] },
  t: MailTranslator,
): Line[] {
  const shown = new Set(known.map(({ id }) => id));
  const steps = [...first];
  for (const found of also) {
    if (found.sites.length > 0 && found.sites.every(({ id }) => shown.has(id))) continue;
    steps.push(...findingLabel({ ...found, host }, t).steps);
    for (const { id } of found.sites) shown.add(id);
  }
  return [...new Map(steps.map((step) => [plain(step), step])).values()];
}
