import { isWeaker } from "@/lib/ledger/settings/terms";
import { actionDoors, type Door, pathDoors } from "@/tests/support/doors";
import { TRIED_SETTINGS } from "@/tests/support/tried-settings";
import { ANNA, expect, test } from "./portal";
import { type SecondPortal, signInBare, startSecondPortal } from "./second-portal";

test.describe.configure({ mode: "serial", timeout: 240_000 });

/** What a refusal writes, and Matomo's own count of wrong passwords. */
const REFUSALS = [
  ...["portal_audit_event", "portal_audit_origin", "portal_audit_head", "portal_commit"],
  ...["matomo_brute_force_log", "sqlite_sequence"],
];
/** Answers with less than 400 to anybody, because they tell and do nothing. */
const OPEN_TO_ANYBODY =
  /^(GET|HEAD|POST) \/(sign-in|confirmed|icon\.svg|favicon\.ico|_global-error)$|^GET \/api\/auth\/(csrf|providers|signin|error|callback|signout)|^(GET|HEAD) \/api\/(healthz|readyz)|^HEAD \/api\/reminders\/slow|^POST \/api\/auth\/signin\/single-sign-on/;

/** Each setting both ways, as it is tried: first what a recent proof does, then what takes a step-up. */
const changes = TRIED_SETTINGS.flatMap(({ setting, unset, other }) => [
  { setting, from: unset, to: other },
  { setting, from: other, to: unset },
]);
const inputs = (weaker: boolean) =>
  changes
    .filter(({ setting, from, to }) => isWeaker(setting, from, to) === weaker)
    .map(({ setting, to }) => ({ [setting]: to }));
const [STRICTER, WEAKER] = [inputs(false), inputs(true)];
const doorsOf = (all: readonly object[]) => all.map((input) => `saveSettingsAction(${JSON.stringify(input)})`);

/** What takes a step-up for exactly this. */
const isWeakening = ({ name }: Door) => /^(grant|extend|unblock|setExtra)/.test(name) || doorsOf(WEAKER).includes(name);
/** What a copied cookie may do, as long as the password was given within 15 minutes. */
const isTightening = ({ name }: Door) => /^(block)/.test(name) || doorsOf(STRICTER).includes(name);

let portal: SecondPortal;
let doors: Door[];

test.beforeAll(async () => {
  portal = await startSecondPortal();
  const [open] = await portal.query("SELECT idsite FROM matomo_access WHERE login = 'anonymous' LIMIT 1");
  const [shut] = await portal.query(
    "SELECT idsite FROM matomo_site WHERE idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 1",
  );
  const grant = { siteIds: [shut?.idsite], reason: "a good reason", endsOn: null, typedCount: null };
  doors = [
    ...actionDoors({
      grantPublicAccessAction: [grant],
      revokePublicAccessAction: [{ siteIds: [open?.idsite] }],
      saveSettingsAction: [...STRICTER, ...WEAKER],
      setExtraRecipientsAction: [{ recipients: [{ address: "eve@people.example", language: "en" }], before: [] }],
      setOwnRemindersAction: [{ pace: "monthly" }, { pace: "as-everybody" }],
      extendPublicAccessAction: [{ siteIds: [open?.idsite], endsOn: null }],
      keepPublicAction: [{ siteIds: [open?.idsite], note: "" }],
      acknowledgeFindingAction: [
        { kind: "public-outside", siteIds: [open?.idsite], reason: "a good reason", endsOn: null },
      ],
      reduceToViewAction: [{ siteIds: [open?.idsite] }],
      removeUnclearRowsAction: [{ siteIds: [open?.idsite] }],
      cleanOrphansAction: [{ siteIds: [999_999] }],
      sendAgainAction: [{ mailId: "1" }],
      startDrillAction: [{ siteId: null }, { siteId: shut?.idsite }],
      requestProbeAction: [{}],
      dismissMailAction: [{ mailId: "1", note: "told by telephone" }],
      blockAction: [{}],
      explainBlockAction: [{ blockId: 1, reason: "a good reason" }],
      unblockAction: [
        { blockId: 1, restore: "all" },
        { blockId: 1, restore: [] },
      ],
      endSessionsAction: [{ scope: "others" }, { scope: "everybody" }, { scope: "one", ref: "0".repeat(64) }],
    }),
    ...pathDoors(),
  ];
});
test.afterAll(() => portal?.stop());

/** Every row of every table but those in `but`. */
async function snapshot(but: readonly string[] = REFUSALS): Promise<Record<string, unknown[]>> {
  const tables = await portal.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    if (!but.includes(String(name))) rows[String(name)] = await portal.query(`SELECT * FROM "${name}"`);
  }
  return rows;
}

async function expectAllRefused(cookie: string): Promise<void> {
  const before = await snapshot();
  for (const door of doors) {
    const answer = await door.knock(portal, cookie);
    const text = await answer.text();
    if (door.kind === "action") expect(text, door.name).toContain('"code":"session_ended"');
    else if (answer.status < 400 && !OPEN_TO_ANYBODY.test(door.name)) {
      expect(answer.headers.get("location") ?? text, door.name).toMatch(/\/(sign-in|public-access|settings)/);
    }
  }
  expect(await snapshot()).toEqual(before);
}

test("every action, route and page is known, and all three kinds are there", () => {
  const count = (kind: Door["kind"]) => doors.filter((door) => door.kind === kind).length;
  expect(count("action")).toBeGreaterThanOrEqual(4);
  expect(count("route")).toBeGreaterThanOrEqual(30);
  expect(count("page")).toBeGreaterThanOrEqual(30);
});

test("without a session every door is shut and not a row changes", async () => {
  await expectAllRefused("");
});

test("with the session of somebody who is no Super User any more every door is shut and not a row changes", async () => {
  const { cookie } = await signInBare(portal, ANNA);
  await portal.query("UPDATE matomo_user SET superuser_access = 0 WHERE login = ?", [ANNA.login]);
  try {
    await expectAllRefused(cookie);
  } finally {
    await portal.query("UPDATE matomo_user SET superuser_access = 1 WHERE login = ?", [ANNA.login]);
  }
});

test("with a copied cookie and no password nothing becomes public and nothing is weakened, through any door", async () => {
  const { cookie: first } = await signInBare(portal, ANNA);
  const access = await portal.query("SELECT login, idsite, access FROM matomo_access");
  for (const door of doors.filter(isTightening)) await door.knock(portal, first);
  const settings = await portal.query("SELECT * FROM portal_setting");
  let cookie = "";
  for (const door of doors) {
    // An action may rightly end sessions, so each is tried with one of its own.
    if (door.kind === "action" || cookie === "") cookie = (await signInBare(portal, ANNA)).cookie;
    expect(cookie).not.toBe("");
    const text = await (await door.knock(portal, cookie)).text();
    if (isWeakening(door)) expect(text, door.name).toContain('"ok":false');
  }
  const after = await portal.query("SELECT login, idsite, access FROM matomo_access");
  for (const row of after) expect(access).toContainEqual(row);
  expect(after.length, "to make private is not to weaken").toBeLessThan(access.length);
  expect(await portal.query("SELECT * FROM portal_setting")).toEqual(settings);
});

test("15 minutes after the password was last given, not one row of Matomo or of the portal's own changes at all", async () => {
  const { cookie } = await signInBare(portal, ANNA);
  const [session] = await portal.query("SELECT ref, proved_at FROM portal_session ORDER BY created_at DESC LIMIT 1");
  const proved = new Date(String(session?.proved_at));
  const earlier = new Date(proved.getTime() - 16 * 60_000).toISOString();
  await portal.query("UPDATE portal_session SET proved_at = ? WHERE ref = ?", [
    String(session?.proved_at).includes("Z") ? earlier : earlier.replace("Z", "+00:00"),
    String(session?.ref),
  ]);
  const look = async () => {
    const tables = await snapshot();
    const sessions = (await portal.query("SELECT * FROM portal_session")).map((row) => ({
      ...row,
      last_seen_at: null,
    }));
    return { ...tables, portal_session: sessions };
  };
  // What the tests before have told of is held for a minute, and would go out meanwhile.
  await portal.query("UPDATE portal_outbox SET state = 'sent' WHERE state IN ('held', 'due')");
  const before = await look();
  for (const door of doors) {
    const text = await (await door.knock(portal, cookie)).text();
    if (door.kind === "action") expect(text, door.name).toMatch(/"code":"step_up_required"/);
  }
  expect(await look()).toEqual(before);
  const list = await fetch(`${portal.address}/api/sites`, { headers: { cookie } });
  expect(list.status, "the session itself was alive all the time").toBe(200);
});
