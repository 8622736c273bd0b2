import type { MailKey, Say } from "./say";

/** RFC 5322, 2.1.1: a line should be no longer. */
const SUBJECT_MAX = 78;
const NAME_MIN = 12;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const split = (value: string) => Array.from(graphemes.segment(value), ({ segment }) => segment);

function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  let kept = "";
  for (const part of split(value)) {
    if (kept.length + part.length > max - 1) break;
    kept += part;
  }
  return `${kept}…`;
}

function cutFront(value: string, max: number): string {
  return value.length <= max ? value : `…${value.slice(value.length - max + 1)}`;
}

/**
 * A subject of at most 78 characters. `of` puts a name, in quotes already, and a host into the sentence; if it gets too
 * long, the name is cut first and then the host from its front, never the words that say what happened.
 */
export function fitSubject(of: (name: string, host: string) => string, name: string, host: string, say: Say): string {
  const quoted = (max: number) => say.text("frame.quoted", { name: { outside: cut(name, max) } });
  const on = (max: number) => say.apart(cutFront(host, max));
  const full = of(quoted(name.length), on(host.length));
  if (full.length <= SUBJECT_MAX) return full;
  const words = full.length - name.length - host.length;
  const shortened = quoted(Math.max(Math.min(name.length, NAME_MIN), SUBJECT_MAX - words - host.length));
  return of(shortened, on(SUBJECT_MAX - (of(shortened, on(host.length)).length - host.length)));
}

/**
 * The subject of a change to `total` sites: one site is called by its name, more are counted. The message takes
 * `{named}`, `{name}` (in quotes already), `{count}` and `{host}`.
 */
export function subjectOf(
  change: { total: number; sites: readonly { name: string }[]; host: string },
  key: MailKey,
  say: Say,
): string {
  const only = change.total === 1 ? change.sites[0] : undefined;
  const values = { count: change.total, named: only ? "yes" : "no" };
  return fitSubject((name, host) => say.text(key, { ...values, name, host }), only?.name ?? "", change.host, say);
}
