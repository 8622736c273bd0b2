import { it } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { expectEachChangeAnnouncedOnce, RUNS, TIMEOUT } from "@/tests/support/every-change/hear-everything";
import { breakableLine } from "@/tests/support/every-change/line";

useDatabase();
await breakableLine();

it(
  `whatever order ${RUNS} stories (the other half) of changes, watches, deliveries, deaths, broken COMMITs and provider faults take, each change is heard once by each Super User`,
  TIMEOUT,
  expectEachChangeAnnouncedOnce,
);
