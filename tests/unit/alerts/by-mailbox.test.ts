import { expect, it } from "vitest";
import { byMailbox } from "@/lib/messaging/alerts/recipients";

const languageOf = (chosen: string) => {
  const roster = byMailbox([{ login: "anna", email: "anna@people.example" }], new Map([["anna", chosen]]));
  return roster.recipients[0]?.language;
};

it.each([
  ["de", "de"],
  ["es-ar", "es"],
  ["ES-AR", "es"],
  ["pt-br", "en"],
  ["hu", "en"],
  ["", "en"],
  ["../../etc/passwd", "en"],
])("who chose %j in Matomo is written to in %j", (chosen, language) => {
  expect(languageOf(chosen)).toBe(language);
});

it("who chose nothing is written to in English", () => {
  expect(byMailbox([{ login: "anna", email: "anna@people.example" }]).recipients[0]?.language).toBe("en");
});
