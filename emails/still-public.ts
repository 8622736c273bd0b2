import type { Facts } from "./facts";
import type { Letter } from "./letter";
import { plain } from "./line";
import type { MailTranslator } from "./mail-translator";
import { counted } from "./named";
import { titled } from "./subject";

/**
 * The letter about what was made private, where sites stay readable for anyone all the same: then that is its news, and
 * nothing in it says that nobody can read them. The letter itself where none do.
 */
export function unlessStillPublic(
  letter: Letter,
  stillPublic: Facts<"made-private">["stillPublic"],
  { who, removed }: { who: string; removed: number },
  t: MailTranslator,
): Letter {
  if (stillPublic === undefined) return letter;
  const { count, everySite } = stillPublic;
  const sites = everySite ? t.text("stillPublic.everySite") : plain(counted(count, t));
  return {
    ...letter,
    ...titled("reminder.title", { host: letter.host, values: { sites } }, t),
    tone: "outside",
    lead: [
      everySite ? t.finding("anonymous-super-user", "meaning") : t.line("stillPublic.why"),
      t.line("stillPublic.done", { who: { outside: who }, sites: counted(removed, t) }),
    ],
    notes: [t.finding(everySite ? "anonymous-super-user" : "readable-though-private", "remedy")],
  };
}
