const READ = ["user", "site", "site_url", "option", "plugin_setting", "site_setting", "user_language"] as const;

const PORTAL = [
  "publication",
  "audit_head",
  "message",
  "outbox",
  "proof",
  "session",
  "lease",
  "run",
  "setting",
] as const;

/**
 * The rights with which the portal runs on MySQL and MariaDB, all of them and no more (the integration tests run
 * under this list). Migrations need CREATE and INDEX besides, or another account. `account` as MySQL writes it:
 * `'portal'@'%'`. The audit log can be added to, not changed.
 */
export function portalGrants(database: string, prefix: string, account: string): string[] {
  const grant = (rights: string, table: string) => `GRANT ${rights} ON \`${database}\`.\`${table}\` TO ${account}`;
  return [
    ...READ.map((table) => grant("SELECT", prefix + table)),
    grant("SELECT, INSERT, DELETE", `${prefix}access`),
    grant("SELECT, INSERT, DELETE", `${prefix}locks`),
    grant("SELECT, INSERT", `${prefix}brute_force_log`),
    grant("SELECT, DELETE", `${prefix}twofactor_recovery_code`),
    ...PORTAL.map((table) => grant("SELECT, INSERT, UPDATE, DELETE", `portal_${table}`)),
    grant("SELECT, INSERT", "portal_audit_event"),
    grant("SELECT", "_prisma_migrations"),
  ];
}
