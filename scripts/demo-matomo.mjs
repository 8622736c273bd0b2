import { createServer } from "node:http";
import { answerAsMatomo } from "./matomo-face.mjs";

const READABLE = `
  SELECT DISTINCT a.idsite FROM matomo_access a JOIN matomo_site s ON s.idsite = a.idsite
  WHERE a.login = 'anonymous' AND a.access IN ('view', 'write', 'admin', 'superuser') ORDER BY a.idsite`;
const VISITS_LOG_OFF = `
  SELECT idsite FROM matomo_site_setting
  WHERE plugin_name = 'Live' AND setting_name = 'disable_visitor_log' AND setting_value = '1'`;

/**
 * A Matomo for the demo, as strangers meet it: it shows exactly what the demo's database makes public, at once, so that
 * the portal can probe. On this machine only.
 * @param {string} database the demo's SQLite file
 * @param {number} port
 * @returns `url`, for MATOMO_URL; `stop`
 */
export async function startDemoMatomo(database, port) {
  // Not above: `npm run demo` reads this file before anything is installed.
  const { createClient } = await import("@libsql/client");
  const client = createClient({ url: `file:${database}` });
  const ids = async (sql) => (await client.execute(sql)).rows.map((row) => Number(row.idsite));
  const server = createServer(async (request, response) => {
    const answer = await readState()
      .then((state) => answerAsMatomo(new URL(request.url, "http://localhost").searchParams, state))
      .catch(() => ({ status: 503, headers: {}, body: "" }));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });

  async function readState() {
    const readable = await ids(READABLE);
    return { readable, visitsLogOff: await ids(VISITS_LOG_OFF), pages: pagesOf(readable), userIds: {} };
  }
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      client.close();
    },
  };
}

/** Every third site has a newsletter that writes the address of its readers into its own: something to find. */
function pagesOf(siteIds) {
  const home = { url: "https://www.nordlicht.example/", title: "Welcome" };
  const confirm = {
    url: "https://www.nordlicht.example/newsletter/confirm?email=lea.nielsen%40nordlicht.example",
    title: "Your subscription",
  };
  return Object.fromEntries(siteIds.map((id) => [id, id % 3 === 0 ? [home, confirm] : [home]]));
}
