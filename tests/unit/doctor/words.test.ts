import { describe, expect, it } from "vitest";
import { groups, type Line } from "@/lib/reports/doctor/schema";
import { lineInWords, sectionsInWords, sentencesOf } from "@/lib/reports/doctor/words";
import { languages, messagesIn } from "@/messages/catalogue";

/** Whatever any sentence may take. */
const ARGS = {
  ...{
    name: "NEXTAUTH_SECRET",
    twin: "CRON_SECRET",
    problem: "NEXTAUTH_SECRET is missing",
    running: "20.19.0",
    value: "x",
    place: "y",
    why: "twin",
  },
  ...{ needed: "20.19", length: 44, count: 2, total: 5, prefix: "matomo_", found: "piwik_", table: "matomo_access" },
  ...{
    column: "login",
    grant: "GRANT SELECT ON `matomo_site`",
    right: "UPDATE",
    list: "a: b",
    collation: "utf8mb4_bin",
  },
  ...{ own: "SYSTEM", whole: "+05:00", seconds: 7, version: "5.1.0", server: "mail.example:587", setting: "SMTP_URL" },
  ...{ reason: "port", address: "a…@people.example", sender: "smtp", words: "no", limit: 15, waiting: 1, minutes: 42 },
  ...{
    dead: 1,
    missed: 3,
    interval: 5,
    origins: 180,
    mails: 180,
    job: "deliver",
    allowed: 15,
    because: "DATABASE_URL",
    id: "7",
  },
};

describe.each(languages())("in %s", (language) => {
  const { is, what, todo, group } = messagesIn(language).doctor;
  const keys = <T extends object>(of: T) => Object.keys(of).filter((key): key is keyof T & string => key in of);

  it("every finding and every check has words, with nothing left in braces", () => {
    const lines: Line[] = [
      ...keys(is).map((code): Line => ({ check: "rights", verdict: "bad", code, args: ARGS })),
      ...keys(what).map((check): Line => ({ check, verdict: "good", code: "ok", args: ARGS })),
    ];
    for (const line of lines) {
      const said = lineInWords(line, language);
      for (const words of [said.what, said.is, said.todo ?? "-"]) expect(words).toMatch(/^[^{}]+$/);
      if (line.code in todo) expect(said.todo).not.toBeNull();
    }
    expect(keys(todo).filter((code) => !(code in is))).toEqual([]);
  });

  it("every part has a title", () => {
    const said = sectionsInWords(
      groups.map((name) => ({ group: name, lines: [] })),
      language,
    );
    expect(said.map(({ title }) => title)).toEqual(groups.map((name) => group[name]));
  });
});

const inEnglish = (line: Line) => sentencesOf(lineInWords(line, "en"));

it("what is to be done follows what was found", () => {
  expect(inEnglish({ check: "migrations", verdict: "bad", code: "ownMissing", args: { place: "2026_x" } })).toBe(
    "App tables: 2026_x is missing. Run bin/public-access migrate.",
  );
});

describe("how long ago", () => {
  const watch = (minutes: number, language: "en" | "de" | "ar" = "en") =>
    lineInWords({ check: "watch", verdict: "good", code: "jobGood", args: { minutes } }, language).is;

  it.each([
    [0, "Last success this minute"],
    [1, "Last success 1 minute ago"],
    [119, "Last success 119 minutes ago"],
    [120, "Last success 2 hours ago"],
    [2_879, "Last success 47 hours ago"],
    [2_880, "Last success 2 days ago"],
    [40 * 1_440 + 5, "Last success 40 days ago"],
  ])("%d minutes are told in the unit that people would use", (minutes, said) => expect(watch(minutes)).toBe(said));

  it("also in other languages", () => {
    expect(watch(5 * 60, "de")).toBe("Letzter Erfolg vor 5 Stunden");
    expect(watch(2_880, "ar")).toContain("قبل يومين");
  });

  it("and so are the lengths that are allowed", () => {
    const late = { check: "job", verdict: "bad", code: "jobLate" } as const;
    expect(inEnglish({ ...late, args: { job: "reminders", minutes: 9_000, allowed: 4_320 } })).toMatch(
      /: Last success 6 days ago; allowed gap: 3 days\. /,
    );
    expect(inEnglish({ ...late, args: { job: "deliver", minutes: 16, allowed: 15 } })).toMatch(
      /: Last success 16 minutes ago; allowed gap: 15 minutes\. /,
    );
  });
});

it("names keep their own direction among Arabic words", () => {
  const { is } = lineInWords(
    { check: "rights", verdict: "bad", code: "missing", args: { place: "matomo_site" } },
    "ar",
  );
  expect(is).toContain("\u2068matomo_site\u2069");
  const { what } = lineInWords({ check: "job", verdict: "good", code: "jobYoung", args: { job: "watch" } }, "ar");
  expect(what).toMatch(/\u2066\/api\/cron\/\u2068watch\u2069\u2069/);
  const { is: why } = lineInWords(
    { check: "matomo", verdict: "bad", code: "matomoSilent", args: { reason: "tls" } },
    "ar",
  );
  expect(why).not.toContain("tls");
});

it("names for how long personal data is kept, and that none is", () => {
  const said = (origins: number) =>
    inEnglish({ check: "retention", verdict: "good", code: "retentionSet", args: { origins, mails: 180 } });
  expect(said(180)).toBe("Personal data: Addresses and browsers kept 180 days, mail contents 180 days.");
  expect(said(0)).toMatch(/Addresses and browsers kept 0 days,/);
});
