import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";
import { demoState } from "@/scripts/demo-state.mjs";
import {
  answerAsMatomo,
  type FaceAnswer,
  type FaceState,
  readFaceState,
  serveAsMatomo,
} from "@/scripts/matomo-stub.mjs";
import { startPortal } from "@/scripts/portal-server.mjs";
import { copyDemo } from "@/tests/support/e2e";
import { freePort } from "@/tests/support/mariadb";

/** A Matomo that strangers meet as they should, until it is told otherwise. */
export type StandIn = {
  url: string;
  /** sites that it shows though the table does not say so */
  alsoShown: Set<number>;
  /** sites that it does not show though the table says so */
  hidden: Set<number>;
  /** what was visited, by site */
  pages: NonNullable<FaceState["pages"]>;
  /** how long it thinks before it answers, in milliseconds */
  delayMs: number;
  /** null: it answers as Matomo does */
  fault: FaceAnswer | null;
  stop: () => Promise<void>;
};

async function startStandIn(query: OutsidePortal["query"]): Promise<StandIn> {
  const server = await serveAsMatomo(async (asked) => {
    await new Promise((resolve) => setTimeout(resolve, standIn.delayMs));
    if (standIn.fault) return standIn.fault;
    return answerAsMatomo(asked, { ...(await readFaceState(query, standIn)), pages: standIn.pages });
  });
  const standIn: StandIn = {
    // Another host name than the portal's, as it should be.
    url: `http://127.0.0.1:${server.port}/`,
    ...{ alsoShown: new Set(), hidden: new Set(), pages: {}, delayMs: 0, fault: null },
    stop: server.stop,
  };
  return standIn;
}

export type OutsidePortal = {
  address: string;
  matomo: StandIn;
  /** a private site that must never be readable */
  canary: { id: number; name: string };
  query: (statement: string, values?: (string | number)[]) => Promise<Record<string, unknown>[]>;
  cron: (job: "watch" | "probe" | "deliver") => Promise<Record<string, unknown>>;
  /** the addresses that got a mail whose subject matches */
  notifiedOf: (subject: RegExp) => Promise<string[]>;
  stop: () => Promise<void>;
};

/**
 * The built server on a copy of the demo of its own, beside a stand-in for its Matomo. Watched once, so that nothing is new; the probe
 * that follows a watch is forgotten, so that nobody has looked from outside.
 */
export async function startOutsidePortal(): Promise<OutsidePortal> {
  const folder = copyDemo();
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const state = demoState(folder);
  const client = createClient({ url: state.env.DATABASE_URL });
  const query: OutsidePortal["query"] = async (statement, values = []) => {
    const { rows, columns } = await client.execute({ sql: statement, args: values });
    return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  };
  await client.execute("PRAGMA busy_timeout = 5000");
  await query("UPDATE matomo_user_language SET language = 'en'");
  const [site] = await query(
    `SELECT idsite, name FROM matomo_site WHERE name NOT GLOB '*[^A-Za-z ]*'
     AND idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 1`,
  );
  const canary = { id: Number(site?.idsite), name: String(site?.name) };
  const matomo = await startStandIn(query);
  const portal = await startPortal({
    ...state.env,
    ...{ NEXTAUTH_URL: address, PORT: String(port), HOSTNAME: "127.0.0.1" },
    ...{ MATOMO_URL: matomo.url, CANARY_SITE_ID: String(canary.id) },
  });
  const cron: OutsidePortal["cron"] = async (job) => {
    const headers = { authorization: `Bearer ${state.env.CRON_SECRET}` };
    const response = await fetch(`http://127.0.0.1:${port}/api/cron/${job}`, { headers });
    if (!response.ok) throw new Error(`${job} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const forgetLooks = async () => {
    for (const table of ["portal_probe", "portal_probe_site"]) await query(`DELETE FROM ${table}`);
    await query("DELETE FROM portal_run WHERE job = 'probe'");
  };
  await forgetLooks();
  await cron("watch");
  const looks = "SELECT id FROM portal_run WHERE job = 'probe' AND outcome = 'done'";
  await expect.poll(async () => (await query(looks)).length).toBe(1);
  await forgetLooks();
  return {
    ...{ address, matomo, canary, query, cron },
    notifiedOf: async (subject) => {
      const names = readdirSync(state.env.MAILBOX_DIR).filter((name) => name.endsWith(".eml"));
      const mails = await Promise.all(
        names.map((name) => PostalMime.parse(readFileSync(path.join(state.env.MAILBOX_DIR, name)))),
      );
      const told = mails.filter((mail) => subject.test(mail.subject ?? ""));
      return told.flatMap((mail) => (mail.to ?? []).map((to) => to.address ?? "")).sort();
    },
    stop: async () => {
      await portal.stop();
      await matomo.stop();
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
