import pino from "pino";
import { env } from "@/lib/env";

let instance: pino.Logger | undefined;

/** JSON lines on standard output; text from outside is a JSON string, so it never makes a second line. */
export function logger(): pino.Logger {
  instance ??= pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  return instance;
}
