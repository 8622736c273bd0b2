import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { whenForgetting } from "@/lib/platform/once-per-process";

type Call = { hasLeft: boolean };

const current = new AsyncLocalStorage<Call>();
/** By the request, since it leaves when a connection is there, whoever asked for that. */
const calls = new WeakMap<object, Call>();
/** Whether a request was answered of which nothing had been told: then what is not told means nothing. */
let isMute = false;
whenForgetting(() => {
  isMute = false;
});

// What Node's fetch tells of itself (undici, "Diagnostics Channel Support").
subscribe("undici:request:create", (message) => {
  const call = current.getStore();
  const request = requestOf(message);
  if (call && request) calls.set(request, call);
});
subscribe("undici:client:sendHeaders", (message) => {
  const call = calls.get(requestOf(message) ?? {});
  if (call) call.hasLeft = true;
});

function requestOf(message: unknown): object | null {
  const isHolder = typeof message === "object" && message !== null && "request" in message;
  return isHolder && typeof message.request === "object" ? message.request : null;
}

/**
 * Runs `work`, which fetches once, and tells whether nothing of the request can have left this machine: no address was
 * found, nobody listened, TLS failed. False where that is not known.
 */
export async function watchLeaving<T>(
  work: () => Promise<T>,
  isAnswered: (result: T) => boolean,
): Promise<{ result: T; nothingLeft: boolean }> {
  const call: Call = { hasLeft: false };
  const result = await current.run(call, work);
  if (isAnswered(result) && !call.hasLeft) isMute = true;
  return { result, nothingLeft: !call.hasLeft && !isMute };
}
