import { describe, expect, it } from "vitest";
import { z } from "zod";
import en from "@/messages/en.json";

type Schema = z.core.$ZodType;

/** Every message that a schema, or anything within it, was given; wherever it stands. */
function messagesIn(schema: Schema): string[] {
  const { def } = schema._zod;
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  // A format such as `z.email(...)` is its own check.
  const own = [def, ...checks].flatMap(({ error }) => said(error));
  return [...own, ...Object.values(def).flatMap(schemasIn).flatMap(messagesIn)];
}

function said(error: z.core.$ZodErrorMap<never> | undefined): string[] {
  // What was given as a text is answered whatever the issue.
  const answer = error?.({ code: "custom", input: undefined } as never);
  if (!answer) return [];
  return [typeof answer === "string" ? answer : answer.message];
}

function schemasIn(held: unknown): Schema[] {
  if (held instanceof z.core.$ZodType) return [held];
  if (Array.isArray(held)) return held.flatMap(schemasIn);
  const isShape = typeof held === "object" && held !== null && Object.getPrototypeOf(held) === Object.prototype;
  return isShape ? Object.values(held).flatMap(schemasIn) : [];
}

const COMMANDS = import.meta.glob<Record<string, { schema: Schema }>>("../../lib/**/commands.ts");

describe("what a command says of a field", () => {
  it("has words: each message of its schema is in `fields` of messages/en.json, with a number where it says one", async () => {
    const files = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    const given = files.flatMap((file) =>
      Object.entries(file).flatMap(([name, { schema }]) => messagesIn(schema).map((code) => ({ name, code }))),
    );
    const without = given.filter(({ code }) => {
      const [name = "", count] = code.split(" ");
      const words: string | undefined = Object.entries(en.fields).find(([known]) => known === name)?.[1];
      return words === undefined || words.includes("{count") !== (count !== undefined);
    });
    expect(without).toEqual([]);
    const codes = new Set(given.map(({ code }) => code));
    for (const code of ["sayWhy", "tooLong 500", "noAddress", "addressTooLong", "chooseOne", "typeExactCount"])
      expect(codes).toContain(code);
  });
});
