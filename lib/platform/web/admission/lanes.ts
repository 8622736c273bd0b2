import { Lane, type LaneBounds } from "@/lib/platform/lane";

/** What strangers ask for, by what it costs. */
type Asked = "sign-in" | "provider" | "other";
type Lanes = Record<Asked | "known", Lane>;

const SIGN_IN = "/api/auth/callback/matomo";
const AT_PROVIDER = /^\/api\/auth\/(callback|signin)\/single-sign-on/;
/** Asks nothing but the process itself. */
const ALWAYS_ANSWERED = "/api/healthz";

const BOUNDS: Record<keyof Lanes, LaneBounds> = {
  // A refusal takes 700 ms, nearly all of it a pause.
  "sign-in": { atOnce: 8, waiting: 8, perCaller: 4 },
  // Each asks another server.
  provider: { atOnce: 4, waiting: 8, perCaller: 2 },
  // A browser opens six connections to load a page.
  other: { atOnce: 12, waiting: 64, perCaller: 32 },
  // Whoever brings a session, or the secret of the jobs: each bounded for itself.
  known: { atOnce: Number.POSITIVE_INFINITY, waiting: 0, perCaller: 64 },
};

/** @returns null for what is always answered */
export function askedFor(method: string, path: string): Asked | null {
  if (path === ALWAYS_ANSWERED) return null;
  if (method === "POST" && path === SIGN_IN) return "sign-in";
  return AT_PROVIDER.test(path) ? "provider" : "other";
}

export function makeLanes(bounds = BOUNDS): Lanes {
  return {
    "sign-in": new Lane(bounds["sign-in"]),
    provider: new Lane(bounds.provider),
    other: new Lane(bounds.other),
    known: new Lane(bounds.known),
  };
}
