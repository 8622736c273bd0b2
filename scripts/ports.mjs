import { createServer } from "node:net";

/** Whether nobody listens on `port` at `host` right now. */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The first free port from `wanted` on; undefined when the next `tries` are all taken. */
export async function freePortFrom(wanted, tries = 50) {
  for (let port = wanted; port < wanted + tries && port <= 65_535; port++) {
    if ((await isFree(port)) && (await isFree(port, "0.0.0.0"))) return port;
  }
  return undefined;
}
