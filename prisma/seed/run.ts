import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { now } from "@/lib/platform/clock";
import { disconnect } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { demoLogins } from "./data/users";
import { seedDemo } from "./seed-demo";

// Makes the demo's database by the configuration of its server: DATABASE_URL=file:…, MAIL_TRANSPORT=mailbox and what else
// lib/platform/env asks for. DEMO_LOGINS_FILE (optional) gets the logins to try as JSON.
const { DATABASE_URL: url, MAIL_TRANSPORT } = env();
const { DEMO_LOGINS_FILE: loginsFile } = process.env;
if (!url.startsWith("file:")) stop("The demo has a database of its own: set DATABASE_URL to file:…");
if (MAIL_TRANSPORT !== "mailbox") stop("The demo's people get no real mail: set MAIL_TRANSPORT to mailbox.");

mkdirSync(path.dirname(url.slice("file:".length)), { recursive: true });
await seedDemo(now()).finally(disconnect);
if (loginsFile) writeFileSync(loginsFile, `${JSON.stringify(demoLogins, null, 2)}\n`);

function stop(problem: string): never {
  console.error(`${problem} Nothing was changed.`);
  process.exit(1);
}
