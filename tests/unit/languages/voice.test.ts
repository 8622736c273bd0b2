import { describe, expect, it } from "vitest";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

/** docs/voice.md: what stands here has another word in that language, is no formal address, or begs. */
const NEVER: Record<Language, string> = {
  en: `[Pp]lease|Oops|oops|admins|toggle|notifications?|[Ee]very visitor|programming interface|back-up|ids?|[Pp]ortal|[Ss]trangers?|${[
    "([Ii]s|[Aa]re|[Bb]e|[Bb]een|[Bb]eing|[Ww]as|[Ww]ere) told|[Hh]ears?( of)?|[Ww]hat became of|[Ww]hoever|[Aa]s of now|[Bb]y (it|themselves|itself)",
    "[Tt]akes? (a|your) password|[Mm]end(ed|s)?|[Aa] look|[Ll]ooks? (now|from outside)|[Ss]tands? below|not known (whether|who|what|how|if)",
    "any more(?=\\.|$)|[Ii]n force|[Pp]ut aside|[Aa]wake|[Ii]n order(?! to)|[Aa]s ever|[Rr]ead again|[Ww]ays? out|[Ss]aid to be|[Tt]he watch|[Dd]rills?",
  ].join("|")}`,
  de: "Websites?|Zwei-Faktor-Authentifizierung|Portals?|Fremden?|[Bb]itte|Superuser|Superusern|Superusers|Besucherlog|User-IDs?|Anmeldenamen?|Durchsicht|Überprüfung|Knopf|reduziert|vorgemerkt|zurückgelegt|angehalten|E-Mails?(?!-)|du|dein|deine[mnrs]?|dich",
  fr: "[Pp]ortail|([Ll]es|[Aa]ux|[Dd]es|d’)\\s?inconnus|[Vv]euillez|suspension|suspendue?s?|courriels?|l’e-mail|un e-mail|tu|ton|tes",
  es: "[Pp]ortal|(a|de|los) desconocidos|[Pp]or favor|[Pp]ersonas? ajenas?|extraños?|plugins?|e-mails?|[Rr]educid[oa]s? a ver|tu|tus|tienes|puedes",
  ar: "البوابة|بوابة|الغرباء|من فضلك|يرجى|الرجاء",
};

/** Matomo's own things, and what Matomo's translations call them (plugins/*\/lang): a reader looks for these in its menus. */
const MATOMO: Record<string, Record<Language, string>> = {
  "visits log": { de: "besucher-log", fr: "journa(l|ux) des visites", es: "registros? de visitas" },
  "visitor profiles?": { de: "besucherprofil", fr: "profils? visiteurs?", es: "perfil(es)? de visitante" },
  "dashboards?": { de: "dashboard", fr: "tableaux? de bord", es: "tableros?" },
  "anonymous user": { de: "anonymer nutzer", fr: "utilisateurs? anonymes?", es: "usuarios? anónimos?" },
  "two-factor authentication": {
    de: "zwei-faktor-authentisierung",
    fr: "authentification à deux facteurs",
    es: "autenticación de dos factores",
    ar: "المصادقة الثنائية",
  },
  "recovery codes?": {
    de: "wiederherstellungscode",
    fr: "codes? de récupération",
    es: "códigos? de recuperación",
    ar: "رم(ز|وز) (ال)?استرداد",
  },
  "goals?": { de: "ziele?", fr: "objectifs?", es: "objetivos?" },
  "segments?": { de: "segmente?", fr: "segments?", es: "segmentos?" },
};

/** Marks of programs, and of cheer. The name in a mail's subject stands between quotes that every mail program has. */
const SIGNS = /[!`]|\p{L}'\p{L}|"[\p{L}{]/u;
const QUOTES_OF_A_SUBJECT = "mails.frame.quoted";

/** Sentences that lead to a page, and the page. */
const LEADS_TO = {
  "setting.of.unconfirmed-rule.hint": "review",
  "deliveries.extra.meaning": "settings",
} as const;

describe.each(languages())("the words in %s", (language) => {
  const words = leaves(messagesIn(language));

  it("have one word for each thing, and do not beg", () => {
    const never = new RegExp(`(?<![\\p{L}-])(${NEVER[language] ?? "(?!)"})(?!\\p{L})`, "u");
    expect(words.filter(([, text]) => never.test(text.replaceAll(/\{\w+|[\w-]+ (?=\{)/g, "{")))).toEqual([]);
  });

  it("are set as in a book, not as in a program", () => {
    expect(words.filter(([key, text]) => key !== QUOTES_OF_A_SUBJECT && SIGNS.test(text))).toEqual([]);
  });

  it("call Matomo's own things what Matomo calls them", () => {
    const english = new Map(leaves(messagesIn("en")));
    const otherwise = Object.entries(MATOMO).flatMap(([term, { [language]: own }]) => {
      if (own === undefined) return [];
      const [names, translated] = [new RegExp(`(?<![\\w-])(${term})(?![\\w}])`, "i"), new RegExp(own, "iu")];
      return words.filter(([key, text]) => names.test(english.get(key) ?? "") && !translated.test(text));
    });
    expect(otherwise).toEqual([]);
  });

  it("call a page that they lead to what the menu calls it", () => {
    const pages = messagesIn(language).layout.nav;
    for (const [sentence, page] of Object.entries(LEADS_TO)) {
      const text = words.find(([key]) => key === sentence)?.[1];
      expect({ sentence, leads: /<link>(.*?)<\/link>/.exec(text ?? "")?.[1] }).toEqual({
        sentence,
        leads: pages[page],
      });
    }
  });
});
