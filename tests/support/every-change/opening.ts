import { createHash, randomUUID } from "node:crypto";
import { proofSubject } from "@/lib/auth/step-up";
import { MINUTE_MS, now, plus } from "@/lib/platform/clock";
import { aSite, aSuperUser } from "@/tests/support/builders";
import { ownerDatabaseUrl, rawRun, testDb } from "@/tests/support/database";
import { type SignedIn, signIn } from "@/tests/support/people";
import { restartAll } from "@/tests/support/processes";
import { SITES } from "./operations";

/** Who is a Super User only at times. */
export const THIRD = "samira";
/** What stories write into and nothing of the opening is in. What is left out here shows as a story that fails. */
const EMPTIED = [
  ...["`matomo_access`", "portal_publication", "portal_finding", "portal_roster", "portal_proof", "portal_setting"],
  ...["portal_outbox", "portal_message", "portal_former_publication"],
];
const PROOF_AGE_MS = 2 * MINUTE_MS;
const SESSION_AGE_MS = 10 * 60 * MINUTE_MS;

type Opening = { people: SignedIn[]; sites: number[]; auditHead: { seq: bigint; hash: string } };

let kept: { opening: Opening; database: string } | undefined;

/**
 * Two people signed in, a third who is no Super User yet, and the sites. Played once by the real sign-in; for the next
 * story everything that came after is taken back.
 */
export async function open(): Promise<Pick<Opening, "people" | "sites">> {
  const database = ownerDatabaseUrl();
  if (kept?.database === database) await takeBack(kept.opening);
  else kept = { opening: await play(), database };
  const { people, sites } = kept.opening;
  return { people: people.map(({ user, context }) => ({ user, context: { ...context } })), sites };
}

async function takeBack({ auditHead: { seq, hash } }: Opening): Promise<void> {
  restartAll();
  for (const table of EMPTIED) await rawRun(`DELETE FROM ${table}`);
  await rawRun("DELETE FROM portal_audit_event WHERE seq > ?", [seq]);
  await rawRun("DELETE FROM portal_audit_origin WHERE seq > ?", [seq]);
  await rawRun("UPDATE portal_audit_head SET seq = ?, hash = ?", [seq, hash]);
  await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = ?", [THIRD]);
  await signInAfresh();
}

async function play(): Promise<Opening> {
  const people: SignedIn[] = [];
  const sites: number[] = [];
  for (const login of ["anna", "jonas"]) people.push(await signIn(await aSuperUser({ login })));
  await aSuperUser({ login: THIRD });
  await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = ?", [THIRD]);
  for (let index = 0; index < SITES; index++) sites.push(await aSite());
  const auditHead = await testDb().auditHead.findUniqueOrThrow({ where: { id: 1 }, select: { seq: true, hash: true } });
  return { people, sites, auditHead };
}

/** As if everybody had just signed in. (The sign-in has tests of its own; a thousand stories have no time for it.) */
export async function signInAfresh(): Promise<void> {
  const at = now();
  await rawRun("UPDATE portal_session SET created_at = ?, proved_at = ?, last_seen_at = ?, expires_at = ?", [
    at,
    at,
    at,
    plus(at, SESSION_AGE_MS),
  ]);
}

/** As if this person had just proven the password for publishing these sites. */
export async function prove({ user, context }: SignedIn, siteIds: readonly number[]): Promise<void> {
  const proofId = randomUUID();
  const at = now();
  await testDb().proof.create({
    data: {
      id: sha256(proofId),
      sessionRef: sha256(context.sessionId ?? ""),
      login: user.login,
      action: "grant",
      subject: proofSubject("grant", siteIds),
      method: "password",
      issuedAt: at,
      expiresAt: plus(at, PROOF_AGE_MS),
    },
  });
  context.proofId = proofId;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
