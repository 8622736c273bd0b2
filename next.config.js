import { readdirSync, readFileSync } from "node:fs";

/** What app/global-error.tsx says in every language but English: it is made with the build, for nobody in particular. */
function lastResort() {
  const others = readdirSync("messages").filter((file) => file.endsWith(".json") && file !== "en.json");
  return others.sort().map((file) => {
    const { language, layout } = JSON.parse(readFileSync(`messages/${file}`, "utf8"));
    return { lang: file.slice(0, -".json".length), dir: language.direction, words: layout.lastResort };
  });
}

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // A release is the same bytes whoever builds it; any other build has a name of its own.
  generateBuildId: () => process.env.BUILD_ID || null,
  poweredByHeader: false,
  reactStrictMode: true,
  // proxy.ts judges each address as it came. Normalised ones also lose the host name that Next compares a rewrite with:
  // on 127.0.0.1 a rewrite would be taken for one to another server.
  skipProxyUrlNormalize: true,
  // A cron service does not follow redirects: /api/cron/watch/ would never run, and nobody would be told (E34).
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // The build checks what it ships, unless `npm test` has just checked all types, those of tests and scripts too.
  typescript: { tsconfigPath: "tsconfig.build.json", ignoreBuildErrors: process.env.TYPES_ARE_CHECKED === "1" },
  serverExternalPackages: [
    "@prisma/adapter-libsql",
    "@libsql/client",
    "libsql",
    "@prisma/adapter-mariadb",
    "mariadb",
    "@node-rs/argon2",
    "@node-rs/bcrypt",
    "pino",
  ],
  // The browser gets compiled messages by a script and needs no compiler; the server compiles a message at its first use.
  turbopack: {
    resolveAlias: {
      "@/messages/catalogue": {
        browser: "./messages/catalogue-in-browser.ts",
        default: "./messages/catalogue.ts",
      },
      "use-intl/format-message": {
        browser: "use-intl/format-message/format-only",
        default: "./lib/platform/languages/format-message.ts",
      },
    },
  },
  compiler: { define: { LAST_RESORT: JSON.stringify(lastResort()) } },
  // Read at run time, so that adding a language is adding a file.
  outputFileTracingIncludes: { "/**": ["./messages/*.json"] },
  experimental: { serverActions: { bodySizeLimit: "256kb" }, proxyClientMaxBodySize: "256kb" },
};

export default config;
