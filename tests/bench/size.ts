/** How large an instance is. Viewers and sites are chosen so that no access row of the seed is there twice. */
export type InstanceSize = { sites: number; public: number; accessRows: number; superUsers: number; viewers: number };

const LARGEST = {
  sites: 100_000,
  public: 10_000,
  accessRows: 1_000_000,
  superUsers: 20,
  viewers: 1_980,
  manySuperUsers: 1_000,
  manyMails: 1_000_000,
  alerts: 200,
  alertsUnderLimit: 10,
  requests: 10_000,
  requestsOnLargest: 250,
  starts: 5,
  burst: 1_500,
  bursts: 3,
  floodSeconds: 60,
};

const SMALL: typeof LARGEST = {
  sites: 10_000,
  public: 1_000,
  accessRows: 100_000,
  superUsers: 20,
  viewers: 198,
  manySuperUsers: 100,
  manyMails: 20_000,
  alerts: 5,
  alertsUnderLimit: 2,
  requests: 500,
  requestsOnLargest: 40,
  starts: 2,
  burst: 150,
  bursts: 1,
  floodSeconds: 6,
};

/** The largest instance it is made for, and how often things are done; `--small`: a tenth, to see that it all runs. */
export const SIZE = process.argv.includes("--small") ? SMALL : LARGEST;

/** An instance as most are: what one page costs there is the portal's own work, not the database's. */
export const USUAL: InstanceSize = { sites: 1_000, public: 100, accessRows: 10_000, superUsers: 20, viewers: 198 };
