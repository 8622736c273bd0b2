import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { errnoSentence } from "./errno-sentence.mjs";
import { loadDotEnv } from "./load-dot-env.mjs";
import { isFree } from "./ports.mjs";

const root = path.join(import.meta.dirname, "..");
/** In a release, and where `npm run build` puts it. */
const PLACES = ["server.js", ".next/standalone/server.js"].map((place) => path.join(root, place));

function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs the built server in this very process. */
export default {
  usage: `bin/public-access start

Runs the server, configured by the environment and by .env. PORT in .env says where it listens.

  --help  print this`,
  failed: 1,
  run: async () => {
    try {
      loadDotEnv();
    } catch (error) {
      stopWith(errnoSentence(error) ?? error.message);
    }
    const server = PLACES.find(existsSync);
    if (!server) stopWith("The server is not built yet. Run `npm run build` first.");
    const port = Number(process.env.PORT || 3000);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith("PORT must be a port number, 1 to 65535.");
    // HOSTNAME is set by many shells and containers to the machine's name, where Next would listen.
    const host = "0.0.0.0";
    if (!(await isFree(port, host))) {
      stopWith(
        `Port ${port} is taken by another program. Stop it, or set PORT to another port (in .env or before the command).`,
      );
    }
    Object.assign(process.env, { PORT: String(port), HOSTNAME: host });
    await import(pathToFileURL(server).href);
  },
};
