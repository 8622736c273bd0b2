import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { builtActions } from "@/tests/support/built-actions";
import { actionDoors, type Door, pathDoors } from "@/tests/support/doors";
import { BUDGETS, type Budget } from "./budgets";
import { deadSession, type StrangerPortal, startStrangerPortal } from "./stranger-portal";

// What an attacker would want who may only knock: a call that costs him a line and the portal hundreds of statements, or
// a call to somebody else. What is left: each costs what is written down for it, on the built server, with MariaDB counting.

test.describe.configure({ mode: "serial", timeout: 300_000 });

/** As much as a body may hold, nearly. */
const FILLING = "1".repeat(250_000);
const KNOCKS = 3;
const TRIES = 4;

let portal: StrangerPortal;
let doors: Door[];
let dead: string;
test.beforeAll(async () => {
  portal = await startStrangerPortal();
  dead = await deadSession(portal);
  const input = { siteIds: [1], reason: FILLING };
  doors = [
    ...actionDoors(Object.fromEntries(builtActions().map(({ name }) => [name, [input]]))),
    ...pathDoors(FILLING),
  ];
  // Pages, actions and routes have connections of their own, opened in turn, and each begins with statements of its own.
  const first = ["action", "page", "route"].flatMap((kind) => doors.find((door) => door.kind === kind) ?? []);
  for (const door of first) for (let turn = 0; turn < 20; turn++) await (await door.knock(portal, dead)).arrayBuffer();
  await expect.poll(isStill, { timeout: 30_000, intervals: [100] }).toBe(true);
});
test.afterAll(() => portal?.stop());

/** Whether the server does nothing by itself for a moment: what it does after its start and after a sign-in is through. */
async function isStill(): Promise<boolean> {
  const before = await portal.statements();
  await sleep(1_000);
  return (await portal.statements()) - before === 1;
}

type Cost = { statements: number; calls: number; status: number };

/** What it costs to knock once, as the mean of a few times: what else the server does meanwhile is so told from it. */
async function costOf(door: Door, cookie: string): Promise<Cost> {
  const before = { statements: await portal.statements(), calls: portal.calledOut() };
  let status = 0;
  for (let time = 0; time < KNOCKS; time++) {
    const answer = await door.knock(portal, cookie);
    await answer.arrayBuffer();
    status = answer.status;
  }
  // The last question was one, too.
  const statements = (await portal.statements()) - before.statements - 1;
  return { statements: statements / KNOCKS, calls: (portal.calledOut() - before.calls) / KNOCKS, status };
}

function budgetOf({ kind, name }: Door, status: number): Budget | undefined {
  if (kind === "action") return BUDGETS.action;
  if (status === 405) return BUDGETS.refusedMethod;
  return kind === "page" ? BUDGETS.page : BUDGETS.routes[name];
}

for (const [who, cookie, part] of [
  ["nobody", () => "", "nobody"],
  ["somebody with the cookie of a session that is over", () => dead, "dead"],
] as const) {
  test(`whatever ${who} asks for costs no more than its budget, and what has none is named`, async () => {
    const over: string[] = [];
    for (const door of doors) {
      const within = ({ statements, calls, status }: Cost) => {
        const budget = budgetOf(door, status);
        return budget && statements <= budget[part] && calls <= (budget.calls ?? 0);
      };
      let cost = await costOf(door, cookie());
      // A job of the server's own may come between, or a minute in which the first few are written down: not again and again.
      for (let again = 1; again < TRIES && !within(cost); again++) cost = await costOf(door, cookie());
      if (!within(cost)) over.push(`${door.name.slice(0, 80)}: ${JSON.stringify(cost)}`);
    }
    expect(over).toEqual([]);
  });
}

test("every budget is of a route that there is", () => {
  const names = new Set(doors.map(({ name }) => name));
  expect(Object.keys(BUDGETS.routes).filter((name) => !names.has(name))).toEqual([]);
});
