import { messagesScript } from "@/lib/platform/languages/messages-script";

const IMMUTABLE = "public, max-age=31536000, immutable";

/**
 * The messages of one language, for whoever asks: nothing of a request is in them. Between two versions of this app the
 * hash may be the other one's: the messages that are there are sent, but not kept.
 */
export async function GET(_request: Request, { params }: RouteContext<"/api/messages/[file]">): Promise<Response> {
  const { file } = await params;
  const script = messagesScript(file.split(".")[0] ?? "");
  if (!script) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(script.text, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": file === script.file ? IMMUTABLE : "no-store",
    },
  });
}
