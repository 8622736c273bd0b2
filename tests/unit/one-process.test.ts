import { expect, it } from "vitest";
import { writtenFiles } from "@/tests/support/repository";

const files = [...writtenFiles()];
const config = files.find(([file]) => file === "vitest.config.ts")?.[1] ?? "";

/** Test files that follow each other in one process share its modules (tests/support/begin-afresh.ts). */
it("what a module keeps for its process can be forgotten, so that no test file begins with what another left", () => {
  const keeping = files.filter(
    ([file, text]) => /^(lib|emails|messages)\//.test(file) && /^(export )?let /m.test(text),
  );
  expect(keeping.length).toBeGreaterThan(4);
  expect(keeping.filter(([, text]) => !text.includes("whenForgetting(")).map(([file]) => file)).toEqual([
    "lib/platform/logger.ts",
  ]);
});

it("a test file that puts another module in place of one, or loads modules again, has a process of its own", () => {
  const replacing = files.filter(
    ([file, text]) => /^tests\/.*\.test\.tsx?$/.test(file) && /\bvi\.(mock|doMock|resetModules)\(/.test(text),
  );
  const names = replacing.map(([file]) => file.replace(/^tests\/unit\/|\.test\.tsx?$/g, ""));
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !config.includes(`"${name}"`))).toEqual([]);
});
