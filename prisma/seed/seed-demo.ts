import { db } from "@/lib/platform/db/client";
import { migrate } from "@/lib/platform/db/migrate";
import { env } from "@/lib/platform/env";
import { matomoDdl } from "@/prisma/matomo/tables";
import { answerAsDemo } from "@/scripts/demo-matomo.mjs";
import { type FaceState, readFaceState } from "@/scripts/matomo-stub.mjs";
import { hashPasswords } from "./password-hash";
import { seedMatomo } from "./seed-matomo";
import { castOf } from "./story/cast";
import { endStoryTime } from "./story/clock";
import { startTime } from "./story/passing-time";
import { tellStory } from "./story/story";
import { weeksAgo } from "./when";

/**
 * Makes an empty Matomo with the demo's organisation in it, and lets half a year pass in which its people use the portal,
 * up to `now`. Where there is a Matomo already, it changes nothing.
 */
export async function seedDemo(now: Date): Promise<void> {
  const { DATABASE_URL: url, MATOMO_TABLE_PREFIX: prefix } = env();
  if (await isThere(`${prefix}site`)) return;
  const { fetch } = globalThis;
  globalThis.fetch = madeUpMatomo();
  const time = startTime(weeksAgo(now, 24, "Tue", "09:00"));
  try {
    const install = { dialect: "sqlite", prefix, version: "5.2", charset: "", collation: "" } as const;
    for (const statement of matomoDdl(install)) await db().$executeRawUnsafe(statement);
    await migrate(url, prefix);
    const hashes = hashPasswords();
    await seedMatomo(db(), now, await hashPasswords({ isQuick: true }));
    await tellStory(castOf(now, time));
    await time.until(now);
    await time.catchUp();
    for (const [login, password] of await hashes)
      await db().matomoUser.updateMany({ where: { login }, data: { password } });
  } finally {
    endStoryTime();
    globalThis.fetch = fetch;
  }
}

async function isThere(table: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`SELECT name FROM sqlite_master WHERE name = ${table}`;
  return found.length > 0;
}

/** In the network's place: strangers meet the made-up Matomo as it is at this moment of the story. */
function madeUpMatomo(): typeof fetch {
  let seen: { at: number; state: FaceState } | undefined;
  return async (address) => {
    const asked = new URL(address instanceof Request ? address.url : address);
    if (seen?.at !== Date.now()) seen = { at: Date.now(), state: await readFaceState(readMatomo) };
    const { status, headers, body } = answerAsDemo(asked.searchParams, seen.state);
    return new Response(body, { status, headers });
  };
}

function readMatomo(statement: string) {
  return db().$queryRawUnsafe<Record<string, unknown>[]>(statement);
}
