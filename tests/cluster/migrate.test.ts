import { expect, inject, it } from "vitest";
import { bareMatomo, tablePrefix } from "@/tests/support/database";
import { runScript } from "@/tests/support/run-script";
import { rounds } from "./rounds";

const ROUNDS = rounds(3);

it("of three db:migrate at once on three nodes one applies everything, and two say that there is nothing to do", {
  timeout: 600_000,
}, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const matomo = await bareMatomo();
    const { pathname } = new URL(matomo.url);
    const said = await Promise.all(
      inject("galera").nodes.map(({ url }) =>
        runScript("db:migrate", [], {
          NODE_ENV: "test",
          PATH: process.env.PATH,
          DATABASE_URL: new URL(pathname, url).href,
          MATOMO_TABLE_PREFIX: tablePrefix,
        }),
      ),
    );
    await matomo.drop();
    expect(said.map(({ code, said: words }) => `${code} ${words.split("\n").at(-1)}`).sort()).toEqual([
      expect.stringMatching(/^0 Done: \d+ applied, 0 already there/),
      expect.stringMatching(/^0 Nothing to do: all \d+ migrations/),
      expect.stringMatching(/^0 Nothing to do: all \d+ migrations/),
    ]);
  }
});
