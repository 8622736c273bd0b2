import { afterAll, vi } from "vitest";

/**
 * Set-up file: test files that follow each other in one process share the packages, which take longest to load, and
 * nothing else. Each loads the project's own modules anew, and leaves the environment and the clock as it found them.
 */
vi.resetModules();
const found = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
