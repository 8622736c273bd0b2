/** `?page=` from an address; 1 for everything that is no page. */
export function pageNumber(value: string | string[] | undefined): number {
  const page = Number(value);
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
