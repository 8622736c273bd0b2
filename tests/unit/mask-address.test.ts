import { expect, it } from "vitest";
import { maskAddress } from "@/lib/platform/mask-address";

it.each([
  ["anna.berg@people.example", "a…@people.example"],
  ["😀b@people.example", "😀…@people.example"],
  ["𝒜nna@people.example", "𝒜…@people.example"],
  ['"odd@name"@people.example', '"…@people.example'],
  ["@people.example", "…"],
  ["no address", "…"],
  ["", "…"],
])("shows %j as %j: its first character, whole, and its host", (address, shown) => {
  expect(maskAddress(address)).toBe(shown);
});
