import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { serverFile } from "@/scripts/build-if-changed.mjs";

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});

/** A server action of the build: how a browser names it, and a page that it can be posted to. */
export type BuiltAction = { name: string; id: string; page: string };

/** Every server action of the build, once for each page that has it. */
export function builtActions(): BuiltAction[] {
  const file = path.join(path.dirname(serverFile), ".next/server/server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(node).flatMap(([id, { exportedName, workers }]) =>
    Object.keys(workers).map((worker) => ({ name: exportedName, id, page: pathOf(worker) })),
  );
}

/** What a browser sends to call an action with one input; the caller adds Origin and cookies. */
export function actionCall({ id }: BuiltAction, input: unknown): { headers: Record<string, string>; body: string } {
  const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component" };
  return { headers, body: JSON.stringify([input]) };
}

/** `app/(portal)/settings/page` is at `/settings`. */
function pathOf(worker: string): string {
  const parts = worker.split("/").slice(1, -1);
  return `/${parts
    .filter((part) => !part.startsWith("("))
    .map((part) => part.replace(/^\[.*\]$/, "1"))
    .join("/")}`;
}
