import { requestOrigin } from "@/lib/auth/request";
import type { CronCall } from "./run-job";

/** What a request to a cron route brings. For the routes alone: it reads the headers of the current request. */
export async function cronCall(request: Request): Promise<CronCall> {
  return { authorization: request.headers.get("authorization"), from: await requestOrigin() };
}
