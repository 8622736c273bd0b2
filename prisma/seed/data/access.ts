import { siteNamed, sites } from "./sites";

/** Who may do what on which group. Super Users have no rows (docs/matomo.md#access-rows). */
const BY_GROUP: readonly (readonly [login: string, access: string, group: string])[] = [
  ["mira.lund", "admin", "Museums & Culture"],
  ["mira.lund", "view", "Open Data"],
  ["tom.petersen", "write", "Transport"],
  ["tom.petersen", "view", "Utilities"],
  ["aylin.kaya", "admin", "Campaigns"],
  ["aylin.kaya", "write", "Corporate"],
  ["jürgen.voß", "admin", "Utilities"],
  ["jürgen.voß", "view", "Intranet"],
  ["omar.farouk", "view", "Schools"],
  ["kim.tran", "write", "Open Data"],
  ["kim.tran", "view", ""],
  ["lea.nielsen", "admin", "Schools"],
];

const BY_SITE: readonly (readonly [login: string, access: string, site: string])[] = [
  ["o_neill", "admin", "O'Neill Bühne"],
  ["o_neill", "view", "Theater am Ægirufer"],
  ["omar.farouk", "write", "متحف الشمال"],
  ["omar.farouk", "write", "Willkommen / أهلاً وسهلاً"],
  // A capability of the tag manager beside the role (docs/matomo.md#access-rows).
  ["kim.tran", "tagmanager_write", "API-Dokumentation"],
];

/** What is public when the demo starts. The last one came in through the gap in Matomo's check of the spelling. */
export const publicSites = {
  beforePortal: "Open Data Nordlicht",
  withoutEnd: "Energie & Wasser",
  withEnd: "Lichterfest",
  outside: "Hafenkontor (Intranet)",
} as const;

/** What was public when the portal came. */
const FOUND = [
  publicSites.beforePortal,
  ...["Museum für Schifffahrt", "Klima-Dashboard", "HR-Portal", "Fahrplan-Auskunft"],
];

/** Rows of Matomo's `access` when the portal came, in the order in which they were made. */
export function accessRows() {
  const byGroup = BY_GROUP.flatMap(([login, access, group]) =>
    sites.filter((site) => site.group === group).map((site) => ({ login, idsite: site.idsite, access })),
  );
  return [...byGroup, ...[...BY_SITE, ...FOUND.map(forAnonymous)].map(bySite)];
}

function forAnonymous(name: string) {
  return ["anonymous", "view", name] as const;
}

function bySite([login, access, name]: readonly [login: string, access: string, site: string]) {
  return { login, idsite: siteNamed(name).idsite, access };
}
