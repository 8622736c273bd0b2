/** `a…@people.example`: an address for a terminal or a log, which are copied into tickets. Its first character is whole. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "…" : `${Array.from(address)[0]}…${address.slice(at)}`;
}
