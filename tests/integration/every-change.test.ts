import { it } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { expectEachChangeAnnouncedOnce, RUNS, TIMEOUT } from "@/tests/support/every-change/hear-everything";

useDatabase();

it(
  `whatever order ${RUNS} stories (one half) of changes, watches, deliveries, deaths and provider faults take, each change is heard once by each Super User`,
  TIMEOUT,
  expectEachChangeAnnouncedOnce,
);
