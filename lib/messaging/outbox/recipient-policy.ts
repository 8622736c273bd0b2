/** The identity of a mailbox: two spellings of one address get one mail. */
export function recipientKey(address: string): string {
  return address.trim().toLowerCase();
}
