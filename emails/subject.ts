import type { Letter } from "./letter";
import type { MailKey, MailTranslator } from "./mail-translator";
import { cut, type Named, named } from "./named";

/** RFC 5322, 2.1.1: a line should be no longer. */
const SUBJECT_MAX = 78;
/** What is left of a name, a person and a host at first, and where that is still too much. */
const LEFT = [
  ["name", 12],
  ["who", 12],
  ["name", 6],
  ["who", 6],
  ["host", 12],
] as const;

/** What a title names: the message takes `{sites}` and `{who}`, and what `values` holds. */
type Title = { host: string; about?: Named; who?: string; values?: Record<string, string | number> };

/** What happened, in one line: the first of the mail, and its subject with the host. */
export function titled(key: MailKey, title: Title, t: MailTranslator): Pick<Letter, "subject" | "headline"> {
  const { about, who = "", values } = title;
  const sites = about && { sites: named(about, t) };
  return { subject: subjectOf(key, title, t), headline: t.line(key, { who: { outside: who }, ...sites, ...values }) };
}

/**
 * A subject of at most 78 characters. If it gets too long, the second site becomes a number, then the name, the person
 * and the host are cut, in this order, and at last all sites are a number; never the words that say what happened.
 */
export function subjectOf(key: MailKey, { host, about, who = "", values }: Title, t: MailTranslator): string {
  const limits = { shown: 2, name: about?.sites[0]?.name.length ?? 0, who: who.length, host: host.length };
  const written = () =>
    t.text("frame.subject", {
      what: t.text(key, {
        who: { outside: cut(who, limits.who) },
        ...(about && { sites: named(about, t, limits) }),
        ...values,
      }),
      host: { outside: cutFront(host, limits.host) },
    });
  const over = () => written().length - SUBJECT_MAX;
  if (over() > 0) limits.shown = 1;
  for (const [part, least] of LEFT) {
    if (over() > 0) limits[part] = Math.max(least, limits[part] - over());
  }
  if (over() > 0) limits.shown = 0;
  return written();
}

/** The end of `value`: of a host the part that says whose it is. */
function cutFront(value: string, max: number): string {
  return value.length <= max ? value : `…${value.slice(value.length - max + 1)}`;
}
