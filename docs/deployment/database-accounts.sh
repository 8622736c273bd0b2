# Run once by the MariaDB container, when its data folder is still empty: the accounts of the migrations and of the
# portal. The portal's can do nothing yet: its rights come from `npm run db:grants`, once Matomo's tables are there.
# The passwords stand in the environment, so they may hold no quote and no backslash: openssl rand -hex 24
MYSQL_PWD="$MARIADB_ROOT_PASSWORD" mariadb --user=root <<SQL
CREATE USER 'portal_migrate'@'%' IDENTIFIED BY '$PORTAL_MIGRATE_PASSWORD';
GRANT ALL PRIVILEGES ON \`$MARIADB_DATABASE\`.* TO 'portal_migrate'@'%' WITH GRANT OPTION;
CREATE USER 'portal'@'%' IDENTIFIED BY '$PORTAL_DATABASE_PASSWORD';
SQL
