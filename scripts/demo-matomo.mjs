import { answerAsMatomo, readFaceState, serveAsMatomo } from "./matomo-stub.mjs";

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
  const rows = async (sql) => (await client.execute(sql)).rows;
  const server = await serveAsMatomo(async (query) => answerAsDemo(query, await readFaceState(rows)), port);
  return {
    url: `http://localhost:${server.port}/`,
    stop: async () => {
      await server.stop();
      client.close();
    },
  };
}

/** What the demo's Matomo answers while its tables say `state`. */
export function answerAsDemo(query, state) {
  return answerAsMatomo(query, { ...state, pages: pagesOf(state.readable) });
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
