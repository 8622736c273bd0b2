import { cronRoute } from "@/lib/jobs/cron-route";

export const dynamic = "force-dynamic";
/** Seconds; the longest that every plan of Vercel allows. */
export const maxDuration = 300;

export function GET(request: Request): Promise<Response> {
  return cronRoute(request, "deliver");
}
