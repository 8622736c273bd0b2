import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countChanges, diffRoster, type Person } from "@/lib/domain/roster/diff";

const anna = { login: "anna", email: "anna@people.example" };
const jonas = { login: "jonas", email: "jonas@people.example" };

describe("the roster", () => {
  it("is compared by login: who came, who went, whose address is another", () => {
    const moved = { login: "anna", email: "eve@evil.example" };
    const mia = { login: "mia", email: "mia@people.example" };
    expect(diffRoster([anna, jonas], [moved, mia])).toEqual({
      added: [mia],
      removed: [jonas],
      moved: [{ login: "anna", from: "anna@people.example", to: "eve@evil.example" }],
    });
  });

  it.each(["  anna@people.example\n", "ANNA@People.example"])("sees no other address in %j", (email) => {
    expect(countChanges(diffRoster([anna], [{ login: "anna", email }]))).toBe(0);
  });

  it.each(["", "anna+x@people.example", "änna@people.example"])("sees another address in %j", (email) => {
    expect(diffRoster([anna], [{ login: "anna", email }]).moved).toHaveLength(1);
  });
});

describe("for any two rosters", () => {
  const person = fc.record({
    login: fc.constantFrom("a", "b", "c", "d", "A"),
    email: fc.constantFrom("x@y.example", "X@y.example", " x@y.example", "z@y.example", ""),
  });
  const roster = fc.uniqueArray(person, { selector: ({ login }) => login });
  const key = ({ login, email }: Person) => `${login} ${email.trim().toLowerCase()}`;

  it("applying the changes to the one gives the other, and no change is counted twice", () => {
    fc.assert(
      fc.property(roster, roster, (before, after) => {
        const { added, removed, moved } = diffRoster(before, after);
        const gone = new Set(removed.map(({ login }) => login));
        const to = new Map(moved.map((move) => [move.login, move.to]));
        const applied = before
          .filter(({ login }) => !gone.has(login))
          .map(({ login, email }): Person => ({ login, email: to.get(login) ?? email }))
          .concat(added);
        expect(applied.map(key).sort()).toEqual(after.map(key).sort());
        const logins = [...added, ...removed, ...moved].map(({ login }) => login);
        expect(new Set(logins).size).toBe(logins.length);
      }),
    );
  });

  it("there is nothing to tell between a roster and itself", () => {
    fc.assert(fc.property(roster, (people) => countChanges(diffRoster(people, people)) === 0));
  });
});
