import { fork } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import path from "node:path";
import type { Server } from "@/tests/bench/built-server";
import { csrf } from "@/tests/support/csrf";
import { type Order, type Sent, sentSchema } from "./terms";

/** Behind what is measured, where both want a core. */
const PRIORITY = 10;

export type Strangers = {
  send: (what: Pick<Order, "count" | "perSecond" | "logins" | "addresses">) => Promise<Sent>;
  stop: () => void;
};

/** A process that sends sign-ins to this server. */
export async function startStrangers({ address, origin }: Server): Promise<Strangers> {
  const child = fork(path.join(import.meta.dirname, "strangers.ts"), { execArgv: ["--import", "tsx"] });
  const stop = () => void child.kill("SIGKILL");
  process.once("exit", stop);
  if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
  const known = { address, origin, ...(await csrf(address)) };
  return {
    send: async (what) => {
      child.send({ ...known, ...what } satisfies Order);
      const [answer] = await Promise.race([
        once(child, "message"),
        once(child, "exit").then(() => Promise.reject(new Error("the strangers' process ended"))),
      ]);
      return sentSchema.parse(answer);
    },
    stop: () => {
      process.off("exit", stop);
      stop();
    },
  };
}
