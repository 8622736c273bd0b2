import { pageNumber } from "@/components/ui/page-number";
import { type ReachFilter, reachFilters } from "@/lib/deliveries/terms";

/** What the page's address says: which mails and which Super Users are listed. */
export type DeliveriesAddress = {
  show: "all" | "attention";
  /** of the mails */
  page: number;
  reach: ReachFilter;
  /** page of the Super Users */
  people: number;
};

type Params = Record<string, string | string[] | undefined>;

/** Reads the address; what it does not understand is as if it were not there. */
export function readDeliveriesAddress({ show, page, reach, people }: Params): DeliveriesAddress {
  return {
    show: show === "attention" ? "attention" : "all",
    page: pageNumber(page),
    reach: reachFilters.find((known) => known === reach) ?? "all",
    people: pageNumber(people),
  };
}

/** The page with these in view; what is as usual is left out. */
export function deliveriesPath(address: DeliveriesAddress): string {
  const query = new URLSearchParams(queryOf(address)).toString();
  return query === "" ? "/deliveries" : `/deliveries?${query}`;
}

/** The same as parameters, such as paging by links wants them. */
export function queryOf({ show, page, reach, people }: Partial<DeliveriesAddress>): Record<string, string> {
  return {
    ...(reach && reach !== "all" ? { reach } : {}),
    ...(people && people > 1 ? { people: String(people) } : {}),
    ...(show === "attention" ? { show } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  };
}
