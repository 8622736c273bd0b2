import { cronRoute } from "@/lib/cron/cron-route";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return cronRoute(request, "deliver");
}
