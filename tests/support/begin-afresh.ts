import { afterAll, afterEach, vi } from "vitest";
import { forgetAll } from "@/lib/platform/once-per-process";

/**
 * Set-up file: test files that follow each other in one process share all modules, because loading them takes longest, and
 * nothing that those remember. Each leaves the environment and the clock as it found them. What puts another module in
 * place of one (`vi.mock`) has a process of its own: `NEEDS_OWN_PROCESS` in vitest.config.ts.
 */
forgetAll();
const found = { ...process.env };

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => {
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
