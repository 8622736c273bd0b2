export const dynamic = "force-dynamic";

/** That the process answers. Asks nothing else. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
