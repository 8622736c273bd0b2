import { defineConfig } from "prisma/config";

// Matomo's tables are external: Prisma may read the models, never migrate the tables.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { externalTables: true },
  tables: {
    external: [
      "matomo_user",
      "matomo_access",
      "matomo_site",
      "matomo_site_url",
      "matomo_option",
      "matomo_plugin_setting",
      "matomo_site_setting",
      "matomo_user_language",
      "matomo_locks",
    ],
  },
});
