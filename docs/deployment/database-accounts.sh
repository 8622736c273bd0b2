# Run once by the MariaDB container, when its data folder is still empty: the portal's account, which can do nothing yet.
# Its rights come from migrate.sh, once Matomo's tables are there. The password stands in the environment, so it may hold
# no quote and no backslash: openssl rand -hex 24
MYSQL_PWD="$MARIADB_ROOT_PASSWORD" mariadb --user=root <<SQL
CREATE USER 'portal'@'%' IDENTIFIED BY '$PORTAL_DATABASE_PASSWORD';
SQL
