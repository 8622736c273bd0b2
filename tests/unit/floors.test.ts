import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFloors } from "@/scripts/check-floors.mjs";
import { drawComponents, drawFloors } from "@/scripts/draw-floors.mjs";

/** Of each rule of .dependency-cruiser.mjs: who is refused what, and who may. A package has no folder. */
const RULES: Record<string, { refused: [string, string][]; allowed: [string, string][] }> = {
  "floor-platform": {
    refused: [["lib/platform/clock.ts", "lib/matomo/sites.ts"]],
    allowed: [["lib/platform/db/client.ts", "lib/platform/env.ts"]],
  },
  "floor-matomo": {
    refused: [["lib/matomo/users.ts", "lib/ledger/audit/record.ts"]],
    allowed: [["lib/matomo/users.ts", "lib/platform/db/sql.ts"]],
  },
  "floor-ledger": {
    refused: [["lib/ledger/audit/record.ts", "lib/domain/watch/run-watch.ts"]],
    allowed: [["lib/ledger/audit/record.ts", "lib/platform/db/transaction.ts"]],
  },
  "floor-messaging": {
    refused: [["lib/messaging/alerts/queue-alert.ts", "lib/domain/public-access/grant.ts"]],
    allowed: [["lib/messaging/alerts/queue-alert.ts", "lib/messaging/outbox/enqueue.ts"]],
  },
  "floor-auth": {
    refused: [["lib/auth/session.ts", "lib/domain/sessions/queries.ts"]],
    allowed: [["lib/auth/action.ts", "lib/messaging/mail/deliver-soon.ts"]],
  },
  "floor-domain": {
    refused: [["lib/domain/watch/run-watch.ts", "lib/jobs/tick.ts"]],
    allowed: [["lib/domain/watch/run-watch.ts", "lib/domain/findings/record-findings.ts"]],
  },
  "floor-jobs": {
    refused: [["lib/jobs/tick.ts", "lib/reports/statement/build.ts"]],
    allowed: [["lib/jobs/tick.ts", "lib/domain/watch/run-watch.ts"]],
  },
  "lib-below-pages": {
    refused: [
      ["lib/auth/session.ts", "components/ui/button.tsx"],
      ["lib/messaging/mail/render.tsx", "app/page.tsx"],
    ],
    allowed: [],
  },
  "mails-rendered-once": {
    refused: [["lib/messaging/alerts/facts.ts", "emails/made-public.tsx"]],
    allowed: [["lib/messaging/mail/render.tsx", "emails/made-public.tsx"]],
  },
  "app-composes": {
    refused: [
      ["app/api/planted/route.ts", "lib/platform/db/client.ts"],
      ["app/(portal)/planted/page.tsx", "lib/matomo/sites.ts"],
      ["app/(portal)/planted/page.tsx", "emails/made-public.tsx"],
      ["app/(portal)/planted/page.tsx", "@prisma/client"],
    ],
    allowed: [["app/(portal)/planted/page.tsx", "lib/domain/public-access/queries.ts"]],
  },
  "components-show": {
    refused: [
      ["components/auth/planted.tsx", "lib/domain/public-access/grant.ts"],
      ["components/auth/planted.tsx", "lib/platform/env.ts"],
      ["components/a-room-of-tomorrow/planted.tsx", "app/page.tsx"],
      ["components/auth/planted.tsx", "emails/theme.ts"],
    ],
    allowed: [
      ["components/auth/planted.tsx", "lib/domain/public-access/reading-schema.ts"],
      ["components/auth/planted.tsx", "lib/domain/public-access/actions.ts"],
      ["components/auth/planted.tsx", "lib/platform/result.ts"],
      ["components/auth/planted.tsx", "components/ui/button.tsx"],
    ],
  },
  "inner-rooms-are-inner": {
    refused: [["components/publish/planted.tsx", "components/public-access/row/site-name.tsx"]],
    allowed: [
      ["components/public-access/list/planted.tsx", "components/public-access/row/site-name.tsx"],
      ["components/publish/planted.tsx", "components/access-change/chosen-sites.tsx"],
    ],
  },
  "ui-knows-no-domain": {
    refused: [
      ["components/ui/planted.tsx", "lib/platform/result.ts"],
      ["components/ui/planted.tsx", "components/a-room-of-tomorrow/x.tsx"],
    ],
    allowed: [["components/ui/planted.tsx", "next/link"]],
  },
  "emails-are-plain": {
    refused: [
      ["emails/planted.tsx", "lib/ledger/facts/seen-schema.ts"],
      ["emails/planted.tsx", "next/link"],
    ],
    allowed: [
      ["emails/planted.tsx", "lib/ledger/facts/mail-schema.ts"],
      ["emails/planted.tsx", "react-email"],
    ],
  },
  "messages-are-words": {
    refused: [
      ["messages/planted.ts", "lib/platform/env.ts"],
      ["messages/planted.ts", "react"],
    ],
    allowed: [["messages/planted.ts", "use-intl/core"]],
  },
  "languages-know-words": {
    refused: [["lib/platform/languages/planted.ts", "lib/platform/db/client.ts"]],
    allowed: [["lib/platform/languages/planted.ts", "lib/platform/errors.ts"]],
  },
  "outbox-knows-rows": {
    refused: [["lib/messaging/outbox/claim.ts", "lib/matomo/sites.ts"]],
    allowed: [["lib/messaging/alerts/recipients.ts", "lib/matomo/users.ts"]],
  },
  "events-are-announced": {
    refused: [["lib/domain/review/keep.ts", "lib/ledger/audit/append-event.ts"]],
    allowed: [
      ["lib/ledger/audit/record.ts", "lib/ledger/audit/append-event.ts"],
      ["lib/messaging/alerts/announce.ts", "lib/ledger/audit/append-event.ts"],
    ],
  },
  "alerts-have-an-event": {
    refused: [["lib/domain/review/keep.ts", "lib/messaging/alerts/queue-alert.ts"]],
    allowed: [["lib/domain/findings/record-findings.ts", "lib/messaging/alerts/queue-alert.ts"]],
  },
  "settings-are-announced": {
    refused: [
      ["lib/domain/settings/save-settings.ts", "lib/ledger/settings/write-setting.ts"],
      ["lib/domain/settings/save-settings.ts", "lib/ledger/settings/write-row.ts"],
      ["lib/domain/review/keep.ts", "lib/ledger/settings/stored-state.ts"],
    ],
    allowed: [
      ["lib/domain/settings/change-setting.ts", "lib/ledger/settings/write-setting.ts"],
      ["lib/ledger/settings/stored-state.ts", "lib/ledger/settings/write-row.ts"],
    ],
  },
  "verbs-take-arguments": {
    refused: [
      ["lib/domain/a-room-of-tomorrow/keep.ts", "next/headers"],
      ["lib/platform/db/planted.ts", "react"],
      ["lib/reports/doctor/examine.ts", "react-email"],
    ],
    allowed: [
      ["lib/jobs/cron-route.ts", "next/server"],
      ["lib/domain/probe/query-options.ts", "@tanstack/react-query"],
    ],
  },
  "verbs-give-codes": {
    refused: [
      ["lib/domain/review/keep.ts", "use-intl/core"],
      ["lib/ledger/audit/record.ts", "lib/platform/languages/refusal-message.ts"],
    ],
    allowed: [["lib/reports/doctor/words.ts", "use-intl/core"]],
  },
  "verbs-know-no-session": {
    refused: [["lib/domain/review/keep.ts", "lib/auth/action.ts"]],
    allowed: [["lib/domain/review/actions.ts", "lib/auth/action.ts"]],
  },
  "verbs-make-no-proof": {
    refused: [["lib/domain/public-access/grant.ts", "lib/auth/step-up.ts"]],
    allowed: [["lib/domain/public-access/revoke.ts", "type lib/auth/step-up.ts"]],
  },
  "import-of-nothing": {
    refused: [["lib/domain/review/keep.ts", "@/lib/domain/review/gone"]],
    allowed: [],
  },
  "pure-needs-arguments-only": {
    refused: [
      ["lib/domain/periods/policy.ts", "lib/platform/env.ts"],
      ["lib/domain/review/lapse-policy.ts", "node:fs/promises"],
      ["lib/ledger/audit/filter-schema.ts", "pino"],
    ],
    allowed: [
      ["lib/domain/review/schema.ts", "zod"],
      ["lib/domain/periods/policy.ts", "lib/platform/clock.ts"],
    ],
  },
};

const folder = mkdtempSync(path.join(tmpdir(), "pa-floors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A checkout with these imports and nothing else. */
function plant(name: string, imports: readonly (readonly [string, string])[]): string {
  const checkout = path.join(folder, name);
  const files = new Map<string, string>();
  for (const [from, to] of imports) {
    const [, type = "", target = ""] = /^(type )?(.*)$/.exec(to) ?? [];
    const isFile = /^(app|components|emails|lib)\//.test(target);
    if (isFile && !files.has(target)) files.set(target, "");
    const named = isFile ? `@/${target.replace(/\.tsx?$/, "")}` : target;
    files.set(
      from,
      `${files.get(from) ?? ""}import ${type}{ x as x${files.get(from)?.length ?? 0} } from "${named}";\n`,
    );
  }
  files.set("tsconfig.json", JSON.stringify({ compilerOptions: { baseUrl: checkout, paths: { "@/*": ["./*"] } } }));
  for (const room of ["app", "components", "emails", "lib", "messages"])
    mkdirSync(path.join(checkout, room), { recursive: true });
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
    writeFileSync(path.join(checkout, file), text);
  }
  symlinkSync(path.join(import.meta.dirname, "../../node_modules"), path.join(checkout, "node_modules"));
  return checkout;
}

describe("the floors of the house", async () => {
  const table = Object.entries(RULES);
  const { broken } = await checkFloors(
    plant(
      "rules",
      table.flatMap(([, { refused, allowed }]) => [...refused, ...allowed]),
    ),
  );

  it.each(table)("%s refuses what it is there for, and lets the rest through", (rule, { refused, allowed }) => {
    const met = broken.filter(([name]) => name === rule).map(([, from, to]) => `${from} > ${to}`);
    for (const [from, to] of refused) {
      const end = to.replace("node:", "");
      expect(met.filter((one) => one.startsWith(`${from} > `) && one.includes(end))).not.toEqual([]);
    }
    for (const [from, to] of allowed)
      expect(met.filter((one) => one === `${from} > ${to.replace("type ", "")}`)).toEqual([]);
  });

  it("say to whoever turns an import round where the file belongs, before the circles that it closes", async () => {
    const turned = plant("turned", [
      ["lib/domain/watch/snapshot.ts", "lib/ledger/audit/record.ts"],
      ["lib/ledger/audit/record.ts", "lib/domain/watch/snapshot.ts"],
    ]);
    const { broken, said } = await checkFloors(turned);
    expect(broken).toEqual([["floor-ledger", "lib/ledger/audit/record.ts", "lib/domain/watch/snapshot.ts"]]);
    expect(said).toContain(
      "It imports from no floor above it (messaging, auth, domain, jobs, reports): move this file up there, move what it needs down to who owns it, or take it as an argument.",
    );
  });

  it("are kept to by whatever names a file: import, import type, export from, import()", async () => {
    const checkout = plant("forms", [["lib/matomo/a.ts", "lib/domain/watch/snapshot.ts"]]);
    const forms = {
      b: 'import type { B } from "@/lib/domain/watch/snapshot";',
      c: 'export { c } from "@/lib/domain/watch/snapshot";',
      d: 'export const d = () => import("@/lib/domain/watch/snapshot");',
    };
    for (const [name, text] of Object.entries(forms)) writeFileSync(path.join(checkout, `lib/matomo/${name}.ts`), text);
    const { broken } = await checkFloors(checkout);
    expect(broken.map(([rule, from]) => `${rule} ${from}`).sort()).toEqual(
      ["a", "b", "c", "d"].map((name) => `floor-matomo lib/matomo/${name}.ts`),
    );
  });

  it("refuse a circle, of files and of rooms", async () => {
    const circle = plant("circles", [
      ["lib/domain/watch/snapshot.ts", "lib/domain/roster/diff.ts"],
      ["lib/domain/roster/queries.ts", "type lib/domain/watch/terms.ts"],
      ["components/ui/shortcuts.tsx", "components/ui/dialog.tsx"],
      ["components/ui/dialog.tsx", "type components/ui/shortcuts.tsx"],
      ["components/publish/draft.ts", "components/findings/finding-actions.ts"],
      ["components/findings/findings-panel.tsx", "type components/publish/publish-flow.tsx"],
      ["components/public-access/list/no-rows.tsx", "components/public-access/filters/filters-of.ts"],
      ["components/public-access/filters/search-field.tsx", "type components/public-access/list/sites-table.tsx"],
    ]);
    const rules = (await checkFloors(circle)).broken.map(([rule, from]) => `${rule} ${from}`);
    expect(rules).toContain("no-file-in-a-circle components/ui/dialog.tsx");
    expect(rules).toContain("no-room-in-a-circle lib/domain/roster");
    expect(rules).toContain("no-room-in-a-circle components/findings");
    expect(rules).toContain("no-room-in-a-circle components/public-access/filters");
  });

  it("keep out of a page's first load what is fetched later, and say by which files it would come", async () => {
    const [page, view, form, schema] = [
      "app/(portal)/planted/page.tsx",
      "components/planted/planted-view.tsx",
      "components/planted/planted-form.ts",
      "lib/domain/planted/schema.ts",
    ];
    const checkout = plant("first-load", [
      [page, view],
      [page, "zod"],
      [form, schema],
      [form, "type radix-ui"],
      [schema, "zod"],
      ["components/planted/planted-dialog.tsx", "radix-ui"],
      ["app/(portal)/public-access/page.tsx", "components/planted/list.tsx"],
      ["components/planted/list.tsx", "@tanstack/react-query"],
    ]);
    const viewText = [
      '"use client";',
      'import { form } from "./planted-form";',
      'export const later = () => import("./planted-dialog");',
      "export const shown = form;",
    ];
    writeFileSync(path.join(checkout, view), viewText.join("\n"));
    const list = path.join(checkout, "components/planted/list.tsx");
    writeFileSync(list, `"use client";\n${readFileSync(list, "utf8")}`);
    const { broken, said } = await checkFloors(checkout);
    expect(broken.map(([rule, from]) => [rule, from])).toEqual([["first-load", schema]]);
    expect(said).toContain(`comes with the page by ${[page, view, form, schema].join(" > ")}`);
    expect(said).toContain("fetch that file by lazy(() => import(...)) within LazyDialog");
  });

  it("are drawn highest first, each room before those that it uses", () => {
    const picture = drawFloors({ platform: "below", domain: "above" }, [
      ["lib/domain/watch/snapshot.ts", "lib/domain/roster/diff.ts"],
      ["lib/domain/roster/diff.ts", "lib/platform/clock.ts"],
    ]);
    expect(picture).toBe("domain     above\n           watch roster\n           -> platform\n\nplatform   below");
    const rooms = drawComponents([
      ["components/publish/done-step.tsx", "components/auth/sign-in-path.ts"],
      ["components/public-access/row/site-row.tsx", "components/publish/draft.ts"],
    ]);
    expect(rooms.split("\n").at(-1)?.trim()).toBe("public-access publish auth");
  });
});
