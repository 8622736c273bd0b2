import { readFileSync } from "node:fs";
import path from "node:path";

type MappedColumn = { name: string; type: string; nullable: boolean };
type MappedModel = { model: string; table: string; columns: MappedColumn[]; uniques: string[][] };

const NATIVE: Record<string, string> = {
  UnsignedInt: "int unsigned",
  UnsignedBigInt: "bigint unsigned",
  UnsignedTinyInt: "tinyint unsigned",
  TinyInt: "tinyint",
  LongText: "longtext",
  Text: "text",
};
const SCALARS = /^(Int|BigInt|String|DateTime)\??$/;

/** What prisma/schema.prisma says of each table, in MySQL's words, for comparison with a real database. */
export function mappedModels(): MappedModel[] {
  const text = readFileSync(path.join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");
  return [...text.matchAll(/^model (\w+) \{([^}]*)^\}/gm)].map(([, model = "", body = ""]) => {
    const columnOf = new Map<string, string>();
    const columns: MappedColumn[] = [];
    for (const line of body.split("\n")) {
      const [field = "", type = ""] = line.trim().split(/\s+/);
      if (!/^\w+$/.test(field) || !SCALARS.test(type)) continue;
      const name = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
      columnOf.set(field, name);
      columns.push({ name, type: mysqlType(line, type), nullable: type.endsWith("?") });
    }
    const uniques = [...body.matchAll(/@@unique\(\[([^\]]*)\]/g)].map(([, fields = ""]) =>
      fields.split(",").map((field) => columnOf.get(field.trim()) ?? field.trim()),
    );
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return { model, table, columns, uniques };
  });
}

function mysqlType(line: string, type: string): string {
  const [, native, size] = /@db\.(\w+)(?:\((\d+)\))?/.exec(line) ?? [];
  if (!native) return type.startsWith("Int") ? "int" : "?";
  const known = NATIVE[native];
  if (known) return known;
  const precision = size === undefined || (native === "Timestamp" && size === "0") ? "" : `(${size})`;
  return `${native.toLowerCase()}${precision}`;
}
