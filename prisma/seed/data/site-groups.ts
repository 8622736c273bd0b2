/** A site of the demo. Names and addresses as people write them; the seed stores them escaped, as Matomo does. */
export type SiteSeed = {
  name: string;
  url: string;
  type?: "website" | "mobileapp" | "intranet";
  timezone?: string;
  currency?: string;
  aliases?: string[];
};

const at = (host: string) => `https://${host}.nordlicht.example`;

/** The 61 sites of "Stadtwerke & Kultur Nordlicht" by group; the last group is Matomo's "no group". */
export const siteGroups: Record<string, readonly SiteSeed[]> = {
  Corporate: [
    { name: "Stadtwerke & Kultur Nordlicht", url: at("www"), aliases: ["https://nordlicht.example", at("m")] },
    { name: "Karriere bei Nordlicht", url: at("karriere"), aliases: [at("jobs")] },
    { name: "Presse & Medien", url: at("presse") },
    // Somebody pasted an already escaped name: Matomo stores it escaped twice.
    { name: "Terms &amp; Conditions", url: `${at("www")}/terms?lang=en&version=2` },
    { name: "Newsroom “Polarlicht”", url: at("newsroom") },
  ],
  Utilities: [
    { name: "Energie & Wasser", url: at("energie"), aliases: [at("wasser"), at("strom")] },
    { name: "Solarkataster", url: at("solar") },
    { name: "Fernwärme", url: at("fernwaerme") },
    { name: "Störungsmelder", url: at("stoerung"), type: "mobileapp" },
    { name: "Zählerstand-App", url: at("zaehlerstand"), type: "mobileapp" },
    { name: "Glasfaser ⚡ Nordlicht", url: at("glasfaser") },
    { name: "Wasserwerk <b>Seeblick</b>", url: at("seeblick") },
    { name: "E-Mobilität: Ladesäulen", url: at("laden") },
    { name: "Abfallkalender", url: at("abfall"), aliases: [`${at("www")}/abfall?view=month&lang=de`] },
  ],
  Transport: [
    { name: "Fahrplan-Auskunft", url: at("fahrplan"), aliases: [at("bus"), at("bahn")] },
    { name: "Nordlicht Mobil", url: at("mobil"), type: "mobileapp" },
    { name: "Baustellen & Umleitungen", url: at("baustellen") },
    { name: "Fähre Inselhopper ⛴️", url: at("faehre"), timezone: "Europe/Copenhagen", currency: "DKK" },
    { name: "Parken in der Innenstadt", url: at("parken") },
    { name: "Leihrad 🚲 NordRad", url: at("nordrad"), type: "mobileapp" },
    { name: 'Busticket-App "Schwarm"', url: at("schwarm"), type: "mobileapp" },
    { name: "Nachtbus", url: at("nachtbus") },
  ],
  "Museums & Culture": [
    { name: "متحف الشمال", url: at("museum-ar"), aliases: [`${at("museum")}/ar`] },
    { name: "Museum für Schifffahrt", url: at("museum") },
    { name: "O'Neill Bühne", url: at("oneill") },
    { name: '"Nachtflug" Podcast', url: at("nachtflug") },
    { name: "Stadtbücherei", url: at("buecherei") },
    { name: "Planetarium 🌌", url: at("planetarium") },
    { name: "Theater am Ægirufer", url: at("theater") },
    { name: "Kunsthalle – Online-Sammlung", url: at("kunsthalle") },
    { name: "Orchester Nordlicht", url: at("orchester") },
    {
      name: "Digitales Archiv für Stadt-, Schifffahrts- und Industriegeschichte der Küste und der Insel",
      url: at("archiv"),
    },
    { name: "Lesesaal Nordlicht", url: at("lesesaal") },
  ],
  Schools: [
    { name: "Gymnasium am Hafen", url: at("gymnasium-hafen") },
    { name: "Grundschule Möwenweg", url: at("moewenweg") },
    { name: "Gesamtschule Süd", url: at("gesamtschule-sued") },
    { name: "Berufskolleg Technik", url: at("berufskolleg") },
    { name: "Musikschule", url: at("musikschule") },
    { name: "Volkshochschule", url: at("vhs") },
    { name: "Förderschule Birkenhain", url: at("birkenhain") },
    { name: "Schulportal", url: at("schulportal") },
  ],
  Intranet: [
    { name: "Hafenkontor (Intranet)", url: at("intranet"), type: "intranet" },
    { name: "HR-Portal", url: at("hr.intranet"), type: "intranet" },
    { name: "Leitstelle Netz", url: at("leitstelle.intranet"), type: "intranet", timezone: "UTC" },
    { name: "Wiki Betrieb", url: at("wiki.intranet"), type: "intranet" },
    { name: "Kantine", url: at("kantine.intranet"), type: "intranet" },
  ],
  Campaigns: [
    { name: "Lichterfest", url: at("lichterfest") },
    { name: "Klimawoche", url: at("klimawoche") },
    { name: "Bürgerhaushalt", url: at("buergerhaushalt") },
    { name: "Wasser ist Leben 💧", url: at("wasser-ist-leben") },
    { name: "Willkommen / أهلاً وسهلاً", url: at("willkommen") },
    { name: "Sommerferien-Pass", url: at("ferienpass") },
    { name: "Wechseln lohnt sich", url: at("wechseln") },
  ],
  "Open Data": [
    { name: "Open Data Nordlicht", url: at("opendata"), aliases: [at("daten")] },
    { name: "Klima-Dashboard", url: at("klima") },
    { name: "Haushaltsdaten", url: at("haushalt") },
    { name: "API-Dokumentation", url: at("developer"), timezone: "UTC" },
  ],
  "": [
    { name: "Reykjavík Exchange", url: at("reykjavik"), timezone: "Atlantic/Reykjavik", currency: "ISK" },
    { name: "Sister City Pune", url: at("pune"), timezone: "UTC+5.5", currency: "INR" },
    { name: "Partner Harbour St. John’s", url: at("st-johns"), timezone: "UTC-3.5", currency: "CAD" },
    { name: "شراكة دبي", url: at("dubai"), timezone: "Asia/Dubai", currency: "AED" },
  ],
};
