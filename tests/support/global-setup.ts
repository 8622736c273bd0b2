import type { TestProject } from "vitest/node";
import { startMariaDb } from "./mariadb";

/** One MariaDB for the whole run, and only when a project that needs it runs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const needed = project.vitest.projects.some((one) => one.name.startsWith("integration-mariadb"));
  if (!needed) {
    project.provide("mariadbUrl", "");
    return undefined;
  }
  const server = await startMariaDb();
  project.provide("mariadbUrl", server.url);
  return server.stop;
}

declare module "vitest" {
  interface ProvidedContext {
    /** a server with all rights; empty when no MariaDB project runs */
    mariadbUrl: string;
    matomoInstall: import("@/prisma/matomo/tables").MatomoInstall;
  }
}
