import { createServer } from "node:http";

// Matomo as somebody without a login meets it: which questions it answers, which it refuses, and how (seen on a running
// Matomo 5.2). The demo and the tests put it in Matomo's place; it keeps nothing.

const LIST_LIMIT = 100;
const READABLE = `
  SELECT DISTINCT s.idsite FROM \`matomo_access\` a JOIN \`matomo_site\` s ON s.idsite = a.idsite
  WHERE a.login = 'anonymous' AND a.access IN ('view', 'write', 'admin', 'superuser') ORDER BY s.idsite`;
const VISITS_LOG_OFF = `
  SELECT idsite FROM \`matomo_site_setting\`
  WHERE plugin_name = 'Live' AND setting_name = 'disable_visitor_log' AND setting_value = '1'`;
const WITHOUT_VALUE = "SELECT idsite FROM `matomo_access` WHERE login = 'anonymous' AND access IS NULL";
const ANONYMOUS = "SELECT login FROM `matomo_user` WHERE login = 'anonymous'";

/** @typedef {{ url: string, title: string }} FacePage */
/**
 * @typedef {object} FaceState
 * @property {number[]} readable every site that strangers may read, ascending
 * @property {number[]} [visitsLogOff] sites whose visits log is switched off
 * @property {Record<number, FacePage[]>} [pages] what was visited, by site
 * @property {Record<number, string[]>} [userIds] by site
 * @property {Record<number, { note: string, user?: string }[]>} [annotations] by site; without `user` up to 5.4
 * @property {boolean} [isBroken] a row of anonymous without a value: an error for everybody
 * @property {"present" | "missing" | "renamed"} [anonymous] renamed: the API still lists, pages refuse
 * @property {4 | 5} [version] before 5.0 the API refuses with 200
 * @property {string[]} [pluginsOff] plugins that are switched off
 * @property {"everything" | "pages"} [ipList] what Matomo's list of addresses keeps the asker out of
 * @property {boolean} [untrustedHost] it was asked under a host that is not in `trusted_hosts`
 * @property {boolean} [upgradePending] its database waits to be upgraded
 */
/** @typedef {{ status: number, headers: Record<string, string>, body: string }} FaceAnswer */

/**
 * What Matomo's tables say at this moment, as Matomo reads them on the very next request.
 * @param {(sql: string) => Promise<Record<string, unknown>[]>} rows reads them; their prefix is `matomo_`
 * @param {{ alsoShown?: Iterable<number>, hidden?: Iterable<number> }} otherwise sites that it shows or hides though the
 *   table does not say so: a plugin, or a cache
 * @returns {Promise<FaceState>}
 */
export async function readFaceState(rows, { alsoShown = [], hidden = [] } = {}) {
  const ids = async (/** @type {string} */ sql) => (await rows(sql)).map(({ idsite }) => Number(idsite));
  const [user] = await rows(ANONYMOUS);
  const readable = new Set([...(await ids(READABLE)), ...alsoShown]);
  for (const id of hidden) readable.delete(id);
  return {
    readable: [...readable].sort((a, b) => a - b),
    visitsLogOff: await ids(VISITS_LOG_OFF),
    isBroken: (await ids(WITHOUT_VALUE)).length > 0,
    anonymous: user === undefined ? "missing" : user.login === "anonymous" ? "present" : "renamed",
  };
}

/**
 * A server in Matomo's place, on this machine alone. What throws is answered as a server that is overloaded.
 * @param {(query: URLSearchParams) => Promise<FaceAnswer>} answer
 * @param {number | undefined} port without one, whichever is free
 */
export async function serveAsMatomo(answer, port = 0) {
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const { status, headers, body } = await answer(searchParams).catch(() => ({ status: 503, headers: {}, body: "" }));
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * What Matomo answers a stranger who asks `query`.
 * @param {URLSearchParams} query
 * @param {FaceState} state
 * @returns {FaceAnswer}
 */
export function answerAsMatomo(query, state) {
  if (state.isBroken) return page(500, "<h1>Matomo encountered an error</h1>");
  const isApi = query.get("module") === "API";
  if (state.ipList === "everything" || (state.ipList && !isApi))
    return isApi ? json(401, error(NOT_LISTED)) : page(401, NOT_LISTED);
  if (state.upgradePending && query.get("module") !== "CoreUpdater")
    return isApi ? json(200, error(UPGRADE)) : redirect("index.php?module=CoreUpdater&action=index");
  const readable = state.anonymous === "missing" ? [] : state.readable;
  const module = query.get("module");
  if (module === "API") return api(query, { ...state, readable });
  if (module === "Login") return page(200, SIGN_IN);
  const shown = state.anonymous === "renamed" ? [] : readable;
  if (module === null)
    return shown[0] === undefined ? page(200, SIGN_IN) : redirect(`index.php?${dashboard(shown[0])}`);
  const site = Number(query.get("idSite"));
  if (query.get("module") === "CoreUpdater") return page(200, "<h1>Upgrade</h1>");
  return shown.includes(site) ? page(200, reportPage(site)) : page(403, state.untrustedHost ? UNTRUSTED : SIGN_IN);
}

/** @param {URLSearchParams} query @param {FaceState} state */
function api(query, state) {
  const method = query.get("method");
  const limit = Number(query.get("filter_limit") ?? LIST_LIMIT);
  const cut = (/** @type {unknown[]} */ rows) => json(200, limit < 0 ? rows : rows.slice(0, limit));
  if (method === "SitesManager.getSitesIdWithAtLeastViewAccess") return cut(state.readable);
  const site = Number(query.get("idSite"));
  if (!state.readable.includes(site))
    return refused(
      `You can't access this resource as it requires 'view' access for the website id = ${site}.`,
      state.version === 4 ? 200 : 401,
    );
  const [plugin = ""] = method?.split(".") ?? [];
  if (state.pluginsOff?.includes(plugin))
    return json(
      state.version === 4 ? 200 : 403,
      error(`The plugin ${plugin} is not enabled. You can activate the plugin on Settings > Plugins page in Matomo.`),
    );
  const pages = state.pages?.[site] ?? [];
  switch (method) {
    case "VisitsSummary.get":
      return json(200, { nb_uniq_visitors: 31, nb_users: 0, nb_visits: 37, nb_actions: 112 });
    case "Live.getLastVisitsDetails":
      if (state.visitsLogOff?.includes(site))
        return json(200, error(`Visits log is deactivated in website settings. (idSite=${site}).`));
      return cut([{ idSite: String(site), idVisit: "1", actionDetails: [] }]);
    case "UserId.getUsers":
      return cut((state.userIds?.[site] ?? []).map((label) => ({ label, nb_visits: 1 })));
    case "Annotations.getAll":
      return json(200, { [site]: state.annotations?.[site] ?? [] });
    case "Actions.getPageUrls":
      return cut(pages.map(({ url }) => ({ label: new URL(url).pathname + new URL(url).search, url, nb_hits: 1 })));
    case "Actions.getPageTitles":
      return cut(pages.map(({ title }) => ({ label: title, nb_hits: 1 })));
    default:
      return json(200, error(`The method '${method}' does not exist or is not available in the module.`));
  }
}

const NOT_LISTED = "Access denied. Your IP 203.0.113.9 is not on the list.";
const UPGRADE =
  "Database Upgrade Required. Your Matomo database is out-of-date, and must be upgraded before you can continue.";
const UNTRUSTED = '<p>How do I fix this problem?</p><pre>[General]\ntrusted_hosts[] = "matomo"</pre>';
const SIGN_IN = `<title>Sign in - Matomo</title><form id="login_form" method="post"><input name="form_login"><input name="form_password" type="password"></form>`;

/** @param {number} site */
function reportPage(site) {
  return `<title>Dashboard - Matomo</title><script>var piwik = {}; piwik.idSite = "${site}"; piwik.period = "day";</script><h1>Dashboard of site ${site}, as a stranger sees it</h1><p>This is a stand-in for Matomo.</p>`;
}

/** @param {number} site */
function dashboard(site) {
  return `module=CoreHome&action=index&idSite=${site}&period=day&date=yesterday`;
}

/** @param {string} message */
function error(message) {
  return { result: "error", message };
}

/** @param {string} message @param {number} status */
function refused(message, status) {
  return json(status, error(message));
}

/** @param {number} status @param {unknown} value @returns {FaceAnswer} */
function json(status, value) {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

/** @param {number} status @param {string} html @returns {FaceAnswer} */
function page(status, html) {
  const body = `<!DOCTYPE html><html lang="en"><meta charset="utf-8">${html}</html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** @param {string} location @returns {FaceAnswer} */
function redirect(location) {
  return { status: 302, headers: { location }, body: "" };
}
