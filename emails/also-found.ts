import type { AlsoFound, Site } from "./facts";
import { findingName, isUrgent, seenText } from "./finding-labels";
import type { FactRow, SiteEntry } from "./letter";
import { type Line, plain } from "./line";
import type { MailTranslator } from "./mail-translator";
import { fromSite, withNames } from "./wording";

/** The sites of a mail with what else was found on each; those that it does not name yet come last. */
export function withAlso(entries: readonly SiteEntry[], also: readonly AlsoFound[], t: MailTranslator): SiteEntry[] {
  type Named = Omit<SiteEntry, "details"> & { details: Line[] };
  const all = new Map(entries.map((entry): [number, Named] => [entry.id, { ...entry, details: [...entry.details] }]));
  for (const { finding, sites } of also) {
    for (const site of withNames(sites, t)) {
      const entry: Named = all.get(site.id) ?? { ...fromSite(site), details: [] };
      const name = findingName(finding, t);
      const line: Line = site.detail
        ? t.line("frame.labelled", { label: name, value: { outside: seenText(site.detail, t) } })
        : [name];
      if (isUrgent(finding) && !entry.alarm) entry.alarm = line;
      else entry.details.push(line);
      all.set(site.id, entry);
    }
  }
  return [...all.values()];
}

/** For each thing that was found, what it means. */
export function alsoRows(also: readonly AlsoFound[], t: MailTranslator): FactRow[] {
  return also.map(({ detail, finding }) => ({
    label: findingName(finding, t),
    lines: [...(detail ? [[{ outside: seenText(detail, t) }]] : []), t.finding(finding, "meaning")],
  }));
}

/**
 * What to do about all of it, each thing said once. What puts the worst of a site right puts the rest of it right, too.
 * @param known sites that `first` is about already
 */
export function alsoNotes(first: Line, also: readonly AlsoFound[], known: readonly Site[], t: MailTranslator): Line[] {
  const shown = new Set(known.map(({ id }) => id));
  const steps = [first];
  for (const { finding, sites } of also) {
    if (sites.length > 0 && sites.every(({ id }) => shown.has(id))) continue;
    steps.push(t.finding(finding, "remedy"));
    for (const { id } of sites) shown.add(id);
  }
  return [...new Map(steps.map((step) => [plain(step), step])).values()];
}
