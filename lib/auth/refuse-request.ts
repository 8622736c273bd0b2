import { z } from "zod";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import { now } from "@/lib/platform/clock";
import { MAX_BODY_BYTES, type RequestRefusal, requestRefusals, safeMethods } from "@/lib/platform/web/judge-request";
import { REFUSAL_HEADER, REFUSED_PATH_HEADER } from "@/lib/platform/web/refusal-headers";
import { refuseForeignPost } from "./refuse-foreign-post";
import { requestOrigin } from "./request";

const MAX_PATH_LENGTH = 200;

type Answered = Exclude<RequestRefusal, "foreign_origin">;
const ANSWERS: Record<Answered, { status: number; message: string }> = {
  method_not_allowed: { status: 405, message: "The portal does not answer this method here. Nothing was changed." },
  length_required: {
    status: 411,
    message: "The request did not say how long it is. Nothing was changed. Send a Content-Length.",
  },
  body_too_large: {
    status: 413,
    message: `The request is larger than ${MAX_BODY_BYTES / 1024} kB. Nothing was changed. Send less at once.`,
  },
  not_found: { status: 404, message: "There is nothing at this address." },
};

const refusedSchema = z.object({ code: z.enum(requestRefusals), path: z.string() });

/**
 * The answer to a request that proxy.ts refused, after recording it if it could have changed anything. 404 for whoever
 * calls the route directly.
 */
export async function refuseRequest(request: Request): Promise<Response> {
  const refused = refusedSchema.safeParse({
    code: request.headers.get(REFUSAL_HEADER),
    path: request.headers.get(REFUSED_PATH_HEADER),
  });
  if (!refused.success) return answerRefusal("not_found");
  const { code, path } = refused.data;
  if (!safeMethods.includes(request.method)) {
    await recordRefusal({
      actor: { type: "visitor" },
      origin: { ...(await requestOrigin()), sessionRef: null },
      at: now(),
      facts: { type: "request.refused", path: path.slice(0, MAX_PATH_LENGTH), code },
    });
  }
  return code === "foreign_origin" ? (refuseForeignPost(request) ?? answerRefusal("not_found")) : answerRefusal(code);
}

export function answerRefusal(code: Answered): Response {
  const { status, message } = ANSWERS[code];
  const headers: HeadersInit = status === 405 ? { allow: "GET, HEAD, POST" } : {};
  return Response.json({ code, message }, { status, headers });
}
