import { requestOrigin } from "@/lib/auth/request";
import { slowByOneClick } from "@/lib/domain/reminders/slow-by-one-click";

export const dynamic = "force-dynamic";

/** What a mail program posts when its user clicks "unsubscribe" at a reminder. */
export async function POST(request: Request): Promise<Response> {
  return slowByOneClick(request, await requestOrigin());
}

/** Opening the address changes nothing: it leads to where one chooses. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: "/settings", "cache-control": "no-store" } });
}
