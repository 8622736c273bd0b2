import type { Connection } from "mariadb";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { bareOn } from "./changes";
import type { Contest } from "./measure";
import { PUBLIC } from "./reads";
import { privateSites } from "./seed";
import { SIZE } from "./size";

const AIM_FOR_IDLE = 3;

/**
 * A watch over all access rows that finds nothing, one new public site, and as many as are public already. Bare: both
 * lists, compared here, and a publication for each new site. The portal also looks for findings and at the roster,
 * writes audit events and queues the alerts.
 */
export function watches(bare: Connection): Contest[] {
  const ids = async (sql: string) => (await bare.query<{ idsite: number }[]>(sql)).map((row) => row.idsite);
  const look = async () => {
    const known = new Set(await ids("SELECT idsite FROM portal_publication ORDER BY idsite"));
    const seen = await ids(`SELECT p.idsite FROM (${PUBLIC}) p JOIN matomo_site s ON s.idsite = p.idsite`);
    return { seen, appeared: seen.filter((id) => !known.has(id)) };
  };
  const finds = (count: number): Contest => {
    const sites = privateSites(count);
    const { insert, remove } = bareOn(sites, bare);
    return {
      what: `watch, ${count.toLocaleString("en")} new public ${count === 1 ? "site" : "sites"}`,
      samples: count === 1 ? 11 : 5,
      aim: null,
      bare: {
        setUp: insert,
        run: async () => {
          const { seen, appeared } = await look();
          const rows = appeared.map((id) => `(${id},'outside',UTC_TIMESTAMP(3),0)`).join(",");
          await bare.query(`INSERT INTO portal_publication (idsite, channel, since, event_seq) VALUES ${rows}`);
          return [seen.length, appeared.length];
        },
        tearDown: async () => {
          await remove();
          await bare.query(`DELETE FROM portal_publication WHERE idsite IN (${sites.join(",")})`);
        },
      },
      product: {
        setUp: insert,
        run: async () => {
          const counts = await runWatch();
          return [counts.public, counts.appeared];
        },
        tearDown: async () => {
          await remove();
          // Not by two watches a minute apart: that is no work.
          await bare.query(`DELETE FROM portal_publication WHERE idsite IN (${sites.join(",")})`);
          await bare.query("DELETE FROM portal_finding WHERE kind = 'public-outside'");
        },
      },
    };
  };
  return [
    {
      what: `idle watch, ${SIZE.public.toLocaleString("en")} public sites`,
      samples: 11,
      aim: AIM_FOR_IDLE,
      bare: { run: async () => (await look()).seen.length },
      product: { run: async () => (await runWatch()).public },
    },
    finds(1),
    finds(SIZE.public),
  ];
}
