import type { TestProject } from "vitest/node";
import { type Galera, startGalera } from "./galera";

/** One cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { galera, stop } = await startGalera();
  project.provide("galera", galera);
  project.provide("mariadbUrl", galera.nodes[0]?.url ?? "");
  return stop;
}

declare module "vitest" {
  interface ProvidedContext {
    /** the three nodes, in the project `cluster` only */
    galera: Galera;
  }
}
