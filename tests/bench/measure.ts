import { performance } from "node:perf_hooks";
import { isDeepStrictEqual } from "node:util";
import { statementsOf } from "./count-statements";
import { median } from "./percentile";

/** What one side does. `run` alone is timed; it gives the gist of its outcome, which must be the other side's too. */
export type Side = {
  setUp?: () => Promise<unknown>;
  run: () => Promise<Gist>;
  tearDown?: () => Promise<unknown>;
};
type Gist = number | number[];

/** One comparison: the same rows, the same change of `access`, the same mails, by plain SQL or requests and by the portal. */
export type Contest = {
  what: string;
  samples: number;
  /** how many times the bare side the portal may take; null: no aim, the number is told all the same */
  aim: number | null;
  bare: Side;
  product: Side;
};

export type Measured = { what: string; bareMs: number; productMs: number; aim: number | null; statements: number };

/**
 * Times both sides in turns, bare, product, bare, product, so that whatever drifts drifts for both. One round goes
 * before, untimed; in it the statements of the portal are counted.
 * @throws Error when the two sides do not come to the same
 */
export async function measure({ what, samples, aim, bare, product }: Contest): Promise<Measured> {
  const times = { bare: [] as number[], product: [] as number[] };
  let statements = 0;
  const counted: Side = {
    ...product,
    run: async () => {
      let gist: Gist = [];
      const sent = await statementsOf(async () => {
        gist = await product.run();
      });
      statements = sent.length;
      return gist;
    },
  };
  await round(what, bare, counted);
  for (let sample = 0; sample < samples; sample++) {
    const took = await round(what, bare, product);
    times.bare.push(took.bareMs);
    times.product.push(took.productMs);
  }
  return { what, bareMs: median(times.bare), productMs: median(times.product), aim, statements };
}

async function round(what: string, bare: Side, product: Side): Promise<{ bareMs: number; productMs: number }> {
  const one = await play(bare);
  const other = await play(product);
  if (!isDeepStrictEqual(one.gist, other.gist))
    throw new Error(
      `${what}: the bare side and the portal do not agree: ${JSON.stringify(one.gist)}, ${JSON.stringify(other.gist)}`,
    );
  return { bareMs: one.ms, productMs: other.ms };
}

async function play({ setUp, run, tearDown }: Side): Promise<{ ms: number; gist: Gist }> {
  await setUp?.();
  const began = performance.now();
  const gist = await run();
  const ms = performance.now() - began;
  await tearDown?.();
  return { ms, gist };
}
