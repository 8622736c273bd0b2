import { serverTranslator } from "@/lib/auth/language/server-translator";
import { respondToSuperUser } from "@/lib/auth/read-route";
import { makeStatementFile } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";

type Asked = { params: Promise<{ month: string }> };

/** The signed statement of a month as a file. 404 for a month that has none, and while nothing signs them. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  return respondToSuperUser(statementQuerySchema, await params, async ({ month }) => {
    const made = await makeStatementFile(month);
    if (typeof made === "string") return refused(made);
    return new Response(made.text, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${made.fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}

async function refused(why: "unsigned" | "unknown"): Promise<Response> {
  const t = await serverTranslator("statements");
  const message = t(why === "unsigned" ? "unsigned.file" : "unknownMonth");
  return Response.json({ code: why, message }, { status: 404, headers: { "cache-control": "no-store" } });
}
