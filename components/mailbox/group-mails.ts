export type ListedMail = {
  id: string;
  subject: string;
  to: string;
  /** ISO 8601 */
  date: string | null;
  kind: "alerts" | "reminders" | null;
};

/** So long after the first, a mail is about something else. */
const SAME_EVENT_MS = 60_000;

/**
 * The mails that one event made, together: of one kind, within a minute, and each to somebody else.
 * @param mails newest first
 */
export function groupMails(mails: readonly ListedMail[]): ListedMail[][] {
  const groups: ListedMail[][] = [];
  for (const mail of mails) {
    const group = groups.at(-1);
    if (group && belongs(mail, group)) group.push(mail);
    else groups.push([mail]);
  }
  return groups;
}

function belongs(mail: ListedMail, group: readonly ListedMail[]): boolean {
  const [newest] = group;
  if (!newest || mail.date === null || newest.date === null) return false;
  const isNear = Date.parse(newest.date) - Date.parse(mail.date) < SAME_EVENT_MS;
  return isNear && mail.kind === newest.kind && group.every(({ to }) => to !== mail.to);
}
