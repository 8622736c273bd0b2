import { startBuiltServer } from "./built-server";
import type { FilledDatabase, Instance } from "./instance";

/**
 * An instance of the usual size, watched once, into which those who are signed in on the largest are signed in, too:
 * the same people with the same passwords.
 */
export async function usualInstance(instance: Instance): Promise<FilledDatabase> {
  const usual = await instance.fillUsual();
  const server = await startBuiltServer(usual.url);
  try {
    const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
    const answer = await fetch(`${server.address}/api/cron/watch`, { headers });
    if (!answer.ok) throw new Error(`The first watch answered ${answer.status}: ${await answer.text()}`);
  } finally {
    await server.stop();
  }
  await instance.bare.query(`INSERT INTO ${usual.name}.portal_session SELECT * FROM portal_session`);
  return usual;
}
