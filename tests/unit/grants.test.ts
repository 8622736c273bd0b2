import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { portalGrants, portalRights, USUAL_RIGHTS } from "@/lib/platform/db/grants";
import { mappedModels } from "@/tests/support/prisma-models";

const text = readFileSync(path.join(import.meta.dirname, "../../docs/operations.md"), "utf8");
const printed = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, block = ""]) =>
  block
    .split(";")
    .map((line) => line.trim())
    .filter(Boolean),
);
const published = (optional = USUAL_RIGHTS) => portalGrants("matomo", "matomo_", "'portal'@'%'", optional);

it("the rights in docs/operations.md are exactly those that the tests run under", () => {
  expect(printed[0]).toEqual(published());
});

it("the right that MATOMO_SALT asks for is printed apart", () => {
  const withSalt = published({ ...USUAL_RIGHTS, matomoSalt: true });
  const [more = ""] = withSalt.filter((grant) => !published().includes(grant));
  expect(printed[1]).toEqual([more.replace(/SELECT \([^)]*\), /, "")]);
});

it("every table of the portal has rights, and every column that they name is one", () => {
  const tables = new Map(mappedModels().map((model) => [model.table, model.columns.map(({ name }) => name)]));
  const rights = portalRights("matomo_");
  const own = [...tables.keys()].filter((table) => table.startsWith("portal_"));
  expect(rights.map(({ table }) => table)).toEqual(expect.arrayContaining(own));
  for (const { table, update } of rights.filter((one) => one.table.startsWith("portal_"))) {
    expect(tables.get(table)).toEqual(expect.arrayContaining([...update]));
  }
});

it("the audit log can be read and added to, never changed", () => {
  expect(portalRights("").find(({ table }) => table === "portal_audit_event")).toEqual({
    table: "portal_audit_event",
    select: "all",
    insert: "all",
    update: [],
    delete: false,
  });
});
