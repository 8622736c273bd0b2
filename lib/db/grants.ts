const READ = ["user", "site", "site_url", "option", "plugin_setting", "site_setting", "user_language"] as const;

/** Rights on the portal's own tables. The audit log can be added to, never changed. */
const PORTAL = {
  audit_event: "SELECT, INSERT",
  audit_head: "SELECT, UPDATE",
  publication: "SELECT, INSERT, DELETE",
  message: "SELECT, INSERT, UPDATE",
  outbox: "SELECT, INSERT, UPDATE",
  proof: "SELECT, INSERT, UPDATE, DELETE",
  session: "SELECT, INSERT, UPDATE, DELETE",
  lease: "SELECT, INSERT, UPDATE",
  run: "SELECT, INSERT, UPDATE, DELETE",
  setting: "SELECT, INSERT, UPDATE",
} as const;

/**
 * The rights with which the portal runs on MySQL and MariaDB, all of them and no more: the integration tests run under
 * this list, and docs/operations.md prints it. Migrations need CREATE and INDEX besides, or another account.
 * @param account as MySQL writes it: `'portal'@'%'`
 */
export function portalGrants(database: string, prefix: string, account: string): string[] {
  const grant = (rights: string, table: string) => `GRANT ${rights} ON \`${database}\`.\`${table}\` TO ${account}`;
  return [
    ...READ.map((table) => grant("SELECT", prefix + table)),
    grant("SELECT, INSERT, DELETE", `${prefix}access`),
    grant("SELECT, INSERT, DELETE", `${prefix}locks`),
    ...Object.entries(PORTAL).map(([table, rights]) => grant(rights, `portal_${table}`)),
    grant("SELECT", "_prisma_migrations"),
  ];
}
