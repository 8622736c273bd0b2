import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

/** How each language says that nothing was changed. */
const UNCHANGED: Record<string, RegExp> = {
  en: /nothing (was|is) changed/i,
  de: /(es|hier) wurde (noch )?nichts geändert|wird nichts geändert/i,
  fr: /Rien n’a (encore )?été modifié|Rien n’est modifié/,
  es: /no se (cambió|ha cambiado|cambia) nada/i,
  ar: /لم يتغيّر شيء|لا يتغيّر شيء قبل ذلك/,
};

function unchanged(language: Language): RegExp {
  const pattern = UNCHANGED[language];
  if (!pattern) throw new Error(`How does ${language} say that nothing was changed?`);
  return pattern;
}

/** Refusals after which a change may stand: this one, or the one that used the same confirmation. */
const OPEN = ["outcome_unknown", "proof_used"];

/** Every sentence in messages/ that says that nothing was changed, and why that is known where it may appear. */
const MAY_SAY_UNCHANGED: Record<string, string> = {
  "errors.*": "the answer of a command that was rolled back, or had not begun (lib/platform/db/transaction.ts)",
  "auth.unchanged": "the browser sends the command only after the confirmation, which failed",
  "auth.stepUp.singleSignOnMeaning": "said before anything is sent",
  "publish.unread.meaning": "the third step, which only reads",
  "publish.done.nothing": "the answer of a command that was done, and found nothing to do",
  "commands.nothingChanged": "the answer of a command that was done, and found nothing to do",
};

/** Further sentences in English that nothing is so, or that nobody can: what they rest on. */
const BROAD =
  /\bnothing (was|has been) (?!changed|known)|\bno site (can|was)\b|\bnobody (can|could)\b|\bnothing can be\b|\bnothing is public\b/i;
const MAY_SAY_MORE: Record<string, string> = {
  "layout.stays": "the browser itself kept the page",
  "mails.blockChanged.on.lead": "counted in the transaction that blocked, and refused from then on",
  "mails.stepUpLocked.lead": "the confirmations were refused",
  "mails.drill.title": "a drill writes no access row",
  "drill.dialog.meaning": "a drill writes no access row",
  "review.kept.nothing": "the answer of a command that was done, and found nothing to do",
  "findings.kinds.anonymous-missing.meaning": "the portal refuses to publish without it",
  "findings.kinds.anonymous-renamed.meaning": "the portal refuses to publish without it",
  "block.makesPrivate": "read when the dialog opens, and the portal refuses while the block is on",
  "block.done": "counted in the transaction that blocked",
  "publicAccess.failure.meaning": "the page has no list to choose from",
  "activity.events.reminder.nothing-public": "counted in the transaction of the reminder",
  "doctor.is.databaseReadOnly": "the database refused a change of no row",
  "doctor.is.anonymousMissing": "the portal refuses to publish without it",
  "doctor.is.testNoAddress": "no mail was handed over",
};

function matching(language: Language, pattern: RegExp): string[] {
  return leaves(messagesIn(language))
    .filter(([, text]) => pattern.test(text))
    .map(([key]) => key);
}

/** `errors.busy` for `errors.*`, where that is listed. */
function listed(key: string, list: Record<string, string>): boolean {
  return key in list || `${key.slice(0, key.lastIndexOf("."))}.*` in list;
}

describe.each(languages())("in %s", (language) => {
  const saying = matching(language, unchanged(language));

  it("“nothing was changed” stands only where it is known", () => {
    expect(saying.filter((key) => !listed(key, MAY_SAY_UNCHANGED))).toEqual([]);
    expect(saying.filter((key) => OPEN.some((code) => key === `errors.${code}`))).toEqual([]);
  });

  it("it stands wherever it stands in English", () => {
    expect(saying.sort()).toEqual(matching("en", unchanged("en")).sort());
  });
});

it("every other English sentence that nothing is so, or that nobody can, rests on something known", () => {
  const saying = matching("en", BROAD);
  expect(saying.filter((key) => !listed(key, { ...MAY_SAY_MORE, ...MAY_SAY_UNCHANGED }))).toEqual([]);
  expect(Object.keys(MAY_SAY_MORE).filter((key) => !saying.includes(key))).toEqual([]);
});

/** Sentences that stand in code: files, how many, and why it is known there. */
const IN_CODE: Record<string, [count: number, why: string]> = {
  "lib/platform/db/migrate.ts": [1, "refused before the first statement"],
  "lib/platform/db/migration-connection.ts": [2, "no connection was opened"],
  "lib/platform/db/migration-history.ts": [
    3,
    "refused before the first statement; on SQLite one file is one transaction",
  ],
  "lib/platform/db/require-matomo-tables.ts": [1, "refused before the first statement"],
  "lib/reports/doctor/send-test.ts": [1, "the doctor writes no access row"],
  "lib/domain/drill/report.ts": [1, "no address, so no mail was queued"],
  "lib/platform/env.ts": [1, "refused before the server starts"],
  "lib/messaging/escalation/notice.ts": [1, "a drill writes no access row"],
  "lib/domain/reminders/slow-by-one-click.ts": [3, "refused before the transaction, or it was rolled back"],
  "lib/auth/refuse-request.ts": [3, "the request was read by nobody"],
  "scripts/commands/block.ts": [1, "its transaction was rolled back"],
  "scripts/commands/migrate.ts": [1, "a dry run only reads"],
  "scripts/commands/test-alert.ts": [3, "its transaction was rolled back, and a drill writes no access row"],
  "scripts/ensure-installed.mjs": [1, "refused before the server starts"],
};

it("a sentence in code that nothing was done stands only where it is known", () => {
  const found: Record<string, number> = {};
  for (const room of ["lib", "app", "components", "emails", "scripts"]) {
    for (const file of readdirSync(room, { recursive: true, encoding: "utf8" })) {
      if (!/\.(ts|tsx|mjs)$/.test(file)) continue;
      const code = readFileSync(`${room}/${file}`, "utf8")
        .replace(/^\s*(\/\/|\/?\*).*$/gm, "")
        .replaceAll("\\n", " ");
      const said = code.match(
        /\b(nothing (was|has been|has become) (changed|started|sent|made public|public)|no mail was sent|nobody can)\b/gi,
      );
      if (said) found[`${room}/${file}`] = said.length;
    }
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(IN_CODE).map(([file, [count]]) => [file, count])));
});
