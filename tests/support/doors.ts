import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { actionCall, type BuiltAction, builtActions } from "./built-actions";
import { csrf } from "./csrf";

const built = path.join(import.meta.dirname, "../../.next/standalone/.next");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(built, file), "utf8"));

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const AUTH_GETS = ["csrf", "providers", "signin", "error?error=AccessDenied", "session", "signout", "verify-request"];
const AUTH_CALLBACKS = ["callback/single-sign-on", "callback/single-sign-on-step-up"];
const AUTH_POSTS = [
  "callback/matomo",
  "callback/step-up",
  "signin/single-sign-on",
  "signin/single-sign-on-step-up",
  "signin/matomo",
  "session",
  "_log",
];

/** A built server: where it is called, and the origin of its own pages. */
export type Called = { address: string; origin: string };

/** One way into the portal: an action with an input, a route with a method, a page. */
export type Door = {
  kind: "action" | "route" | "page";
  name: string;
  knock: (portal: Called, cookie: string) => Promise<Response>;
};

/** Every server action of the build with every input that `inputs` has for it. @throws for an action without inputs */
export function actionDoors(inputs: Record<string, readonly unknown[]>): Door[] {
  return builtActions().flatMap((action) => {
    const known = inputs[action.name];
    if (!known) throw new Error(`No input is known for the action ${action.name}: add one to this test.`);
    return known.map((input) => actionDoor(action, input));
  });
}

function actionDoor(action: BuiltAction, input: unknown): Door {
  const { headers, body } = actionCall(action, input);
  return {
    kind: "action",
    name: `${action.name}(${JSON.stringify(input)})`,
    knock: (portal, cookie) => send(portal, action.page, { method: "POST", headers: { ...headers, cookie }, body }),
  };
}

/**
 * Every route handler and page of the build.
 * @param filling what bodies hold beside what is usual
 */
export function pathDoors(filling = ""): Door[] {
  const routes = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"));
  return Object.entries(routes).flatMap(([file, route]) => {
    if (route.includes("[...nextauth]")) return authDoors(filling);
    const address = route.replace(/\[[^\]]+\]/g, "1");
    const kind = file.endsWith("/page") ? "page" : "route";
    return METHODS.map((method) => pathDoor(kind, method, address, filling));
  });
}

function pathDoor(kind: Door["kind"], method: string, address: string, filling = ""): Door {
  const body = method === "GET" || method === "HEAD" ? {} : { body: `siteIds=1${filling && `&filling=${filling}`}` };
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return {
    kind,
    name: `${method} ${address}`,
    knock: (portal, cookie) => send(portal, address, { method, headers: { ...type, cookie }, ...body }),
  };
}

/** Sign-out is not among them: it is what a session is allowed to do to itself. */
function authDoors(filling: string): Door[] {
  return [
    ...[...AUTH_GETS, ...AUTH_CALLBACKS].map((action) => pathDoor("route", "GET", `/api/auth/${action}`)),
    ...METHODS.slice(3).map((method) => pathDoor("route", method, "/api/auth/csrf")),
    ...AUTH_POSTS.map(
      (action): Door => ({
        kind: "route",
        name: `POST /api/auth/${action}`,
        knock: async (portal, session) => {
          const { cookie, csrfToken } = await csrf(portal.address);
          return send(portal, `/api/auth/${action}`, {
            method: "POST",
            headers: { cookie: `${cookie}; ${session}` },
            body: new URLSearchParams({
              ...{ csrfToken, json: "true", callbackUrl: "/", identifier: "nobody", password: "wrong" },
              ...{ action: "grant", siteIds: "1", proofId: "forged", sessionId: "forged" },
              ...(filling && { filling }),
            }),
          });
        },
      }),
    ),
  ];
}

function send(portal: Called, address: string, init: RequestInit): Promise<Response> {
  const headers = { origin: portal.origin, ...init.headers };
  return fetch(`${portal.address}${address}`, { redirect: "manual", ...init, headers });
}
