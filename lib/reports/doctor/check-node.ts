import { bad, good } from "./line";
import { isNodeNewEnough, NEEDED_NODE } from "./policy";
import type { Line } from "./schema";

/** @param running the version of Node, this process's own unless a test gives another */
export function checkNode(running = process.versions.node): Line[] {
  if (isNodeNewEnough(running)) return [good("node", "nodeGood", { running })];
  return [bad("node", "nodeOld", { running, needed: NEEDED_NODE })];
}
