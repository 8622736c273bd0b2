import { rmSync } from "node:fs";
import { isBuilt } from "@/scripts/build-if-changed.mjs";
import { demoState, seedIfEmpty } from "@/scripts/demo-state.mjs";
import { demoFolder } from "@/tests/support/e2e";

/** Makes the demo's data once for the whole run; each file of tests gets a server on a copy of it. */
export default function makeDemo(): () => void {
  if (!isBuilt()) {
    throw new Error("There is no production build of the sources as they are. Run: node scripts/build-if-changed.mjs");
  }
  const folder = demoFolder();
  const seeded = seedIfEmpty(demoState(folder), "http://localhost:3000");
  if ("said" in seeded) throw new Error(`The demo's data could not be made:\n${seeded.said}`);
  return () => rmSync(folder, { recursive: true, force: true });
}
