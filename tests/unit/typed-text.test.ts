import { describe, expect, it } from "vitest";
import { z } from "zod";
import { savedNames } from "@/lib/ledger/settings/terms";
import { typedNoteSchema, typedText } from "@/lib/platform/typed-text-schema";
import en from "@/messages/en.json";

const CONTROLS = [0, 1, 8, 9, 10, 13, 27, 31, 127, 128, 133, 159].map((code) => String.fromCharCode(code));
const DIRECTIONS = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"];
const HOSTILE = [...CONTROLS, ...DIRECTIONS, "\u2028", "\u2029", "\ue000"];

type Place = { name: string; schema: z.core.$ZodType };

/** Everything in a schema that is a text by its type, with where it stands; a pipe counts as one. */
function textsIn({ name, schema }: Place): Place[] {
  if (schema instanceof z.ZodString || schema instanceof z.ZodPipe) return [{ name, schema }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, value]) => textsIn({ name: `${name}.${key}`, schema: value }));
  if (schema instanceof z.ZodArray) return textsIn({ name: `${name}[]`, schema: schema.element });
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsIn({ name, schema: option }));
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return textsIn({ name, schema: schema.unwrap() });
  return [];
}

/** What every command of the portal takes, by the command's name. */
async function inputs(): Promise<Place[]> {
  const commands = import.meta.glob<Record<string, { schema: z.core.$ZodType }>>("../../lib/**/commands.ts");
  const files = await Promise.all(Object.values(commands).map((load) => load()));
  return files.flatMap((file) => Object.entries(file).map(([name, { schema }]) => ({ name, schema })));
}

describe("a text that a person types", () => {
  it("takes no control and no direction character, in whatever command", async () => {
    const places = (await inputs()).flatMap(textsIn);
    const names = places.map(({ name }) => name);
    for (const known of ["grantCommand.reason", "explainBlockCommand.reason", "keepPublicCommand.note"])
      expect(names).toContain(known);
    expect(names).toContain("dismissMailCommand.note");
    expect(names).toContain("acknowledgeFindingCommand.reason");
    for (const { name, schema } of places) {
      const taken = HOSTILE.filter((character) => z.core.safeParse(schema, `a${character}b`).success);
      expect({ name, taken }).toEqual({ name, taken: [] });
    }
  });

  it("is refused in words that a page has, never in the validator's own", async () => {
    for (const { name, schema } of (await inputs()).flatMap(textsIn)) {
      for (const value of [`a${"\u202e"}b`, "x".repeat(20_001)]) {
        const { error } = z.core.safeParse(schema, value);
        for (const { message } of error?.issues ?? [])
          expect({ name, known: (message.split(" ")[0] ?? "") in en.fields }).toMatchObject({ known: true });
      }
    }
  });

  it("keeps every language, emoji and sign", () => {
    for (const text of ["Übung – 5 % <b>", "عرض الصحافة", "新闻稿", "👩‍👩‍👧 \u200e(ok)"]) {
      expect(typedText("sayWhy").parse(` ${text} `)).toBe(text);
      expect(typedNoteSchema.parse(text)).toBe(text);
    }
  });

  it("says something, where it must be typed", () => {
    for (const text of ["", "  ", "\u200b", "\u200d\u2060"]) {
      expect(typedText("sayWhy").safeParse(text).error?.issues[0]?.message).toBe("sayWhy");
    }
    expect(typedNoteSchema.parse(undefined)).toBe("");
    expect(typedNoteSchema.parse("  ")).toBe("");
    expect(typedNoteSchema.safeParse("\u200b").success).toBe(false);
  });

  it("has 500 characters at most, as people count them", () => {
    expect(typedText("sayWhy").safeParse("🔑".repeat(500)).success).toBe(true);
    expect(typedNoteSchema.safeParse("🔑".repeat(500)).success).toBe(true);
    expect(typedNoteSchema.safeParse("x".repeat(501)).error?.issues[0]?.message).toBe("tooLong 500");
  });
});

it("what a choice in the settings is refused with are words that a page has", async () => {
  const settings = await import("@/lib/domain/settings/commands");
  for (const { schema } of Object.values(settings)) {
    const chosen = Object.fromEntries([...savedNames, "pace"].map((name) => [name, "never"]));
    for (const raw of [{}, chosen, { nothing: 1 }]) {
      for (const { message, path: at } of schema.safeParse(raw).error?.issues ?? []) {
        if (at[0] === undefined || String(at[0]) in chosen) expect(Object.keys(en.fields)).toContain(message);
      }
    }
  }
});
