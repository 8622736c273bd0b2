import { type InstanceSize, SIZE } from "./size";

/** `count` sites that are private, spread over the whole table. */
export function privateSites(count: number): number[] {
  const step = Math.floor(SIZE.sites / count);
  return Array.from({ length: count }, (_, index) => index * step + 1);
}

const KINDS = ["Museum", "Library", "City council", "Theatre", "Energie &amp; Wasser", "School", "Harbour", "Tourism"];
// biome-ignore format: a list of names
const PLACES = [
  "Lübeck", "Aarhus", "Gdańsk", "Porto", "Ghent", "Tartu", "Bergen", "Trieste", "Utrecht", "Graz",
  "Limerick", "Malmö", "Nantes", "Plovdiv", "Turku", "Valencia", "Zagreb", "Split", "Brno", "Cork",
];
const TOPICS = ["shop", "press", "archive", "careers", "open data", "events", "intranet", "blog", "tickets"];
const GROUPS = ["Culture", "Public services", "Education", "Utilities", ""];

/** One of these words for each row, by its number `n`; `spread` keeps two lists from running in step. */
function oneOf(words: readonly string[], spread: number): string {
  const list = words.map((word) => `'${word}'`).join(",");
  return `ELT(1 + FLOOR(n / ${spread}) % ${words.length}, ${list})`;
}

/**
 * Set statements that fill Matomo's tables in seconds. `passwordHash` is the Super Users', who can sign in; everybody
 * else only holds rows. Sequences are MariaDB's own (`seq_1_to_…`).
 */
export function seedStatements(passwordHash: string, size: InstanceSize = SIZE): string[] {
  const half = (size.accessRows - size.public) / 2;
  // So that the public ones lie spread over the whole table.
  const eachPublic = size.sites / size.public;
  return [
    `INSERT INTO matomo_site (idsite, name, main_url, ts_created, timezone, currency, \`group\`, type,
       sitesearch_keyword_parameters, sitesearch_category_parameters, excluded_ips, excluded_parameters,
       excluded_user_agents, excluded_referrers)
     SELECT n, CONCAT(${oneOf(KINDS, 1)}, ' ', ${oneOf(PLACES, 7)}, ' ', ${oneOf(TOPICS, 11)}, ' ', n),
       CONCAT('https://site-', n, '.example/'), TIMESTAMP('2015-01-01') + INTERVAL (n MOD 4000) DAY, 'Europe/Berlin',
       'EUR', ${oneOf(GROUPS, 3)}, 'website', '', '', '', '', '', ''
     FROM (SELECT seq AS n FROM seq_1_to_${size.sites}) numbers`,
    `INSERT INTO matomo_user (login, password, email, superuser_access, date_registered, ts_password_modified) VALUES
       ('anonymous', '', 'anonymous@example.org', 0, '2015-01-01', '2015-01-01')`,
    `INSERT INTO matomo_user (login, password, email, superuser_access, date_registered, ts_password_modified)
     SELECT CONCAT('super', seq), '${passwordHash}', CONCAT('super', seq, '@people.example'), 1, '2015-01-01',
       '2024-03-01' FROM seq_1_to_${size.superUsers}`,
    `INSERT INTO matomo_user (login, password, email, date_registered, ts_password_modified)
     SELECT CONCAT('viewer', seq), '', CONCAT('viewer', seq, '@people.example'), '2015-01-01', '2024-03-01'
     FROM seq_1_to_${size.viewers}`,
    // The rows of anonymous come in between the others', as they do in years of use.
    viewersRows(size, 1, half),
    `INSERT INTO matomo_access (login, idsite, access)
     SELECT 'anonymous', seq * ${eachPublic}, 'view' FROM seq_1_to_${size.public}`,
    viewersRows(size, half + 1, size.accessRows - size.public),
    "ANALYZE TABLE matomo_site, matomo_access, matomo_user",
  ];
}

/** Rows that people hold: each viewer on 500 sites, none twice (7 and the number of viewers see to that). */
function viewersRows(size: InstanceSize, from: number, to: number): string {
  return `INSERT INTO matomo_access (login, idsite, access)
    SELECT CONCAT('viewer', 1 + seq MOD ${size.viewers}), 1 + seq * 7 MOD ${size.sites},
      ELT(1 + seq MOD 3, 'view', 'write', 'admin') FROM seq_${from}_to_${to}`;
}
