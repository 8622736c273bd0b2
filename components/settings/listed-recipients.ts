import type { ListedSuperUser } from "@/lib/domain/settings/schema";

const FEW = 10;

export type ListedRecipients = {
  listed: ListedSuperUser[];
  total: number;
  /** whether these are more than a few, so that the rest can be hidden or shown */
  many: boolean;
  /** how many of all would not hear of a change */
  unreachable: number;
};

/** Those who hear nothing first; a few of them, or all. */
export function listedRecipients(recipients: readonly ListedSuperUser[], all: boolean): ListedRecipients {
  const lost = recipients.filter(({ reachable }) => !reachable);
  const sorted = [...lost, ...recipients.filter(({ reachable }) => reachable)];
  return {
    listed: all ? sorted : sorted.slice(0, FEW),
    total: sorted.length,
    many: sorted.length > FEW,
    unreachable: lost.length,
  };
}
