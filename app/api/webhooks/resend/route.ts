import { requestOrigin } from "@/lib/auth/request";
import { takeResendWebhook } from "@/lib/domain/deliveries/take-resend-webhook";

export const dynamic = "force-dynamic";

/** What Resend calls when something became of a mail. */
export async function POST(request: Request): Promise<Response> {
  return takeResendWebhook(request, await requestOrigin());
}
