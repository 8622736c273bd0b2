# Run in the MariaDB container: `open` makes the account of the migrations, which may do everything in Matomo's database,
# `close` drops it. migrate.sh calls both, with a password that serves once.
case "$1" in
open)
  sql="CREATE OR REPLACE USER 'portal_migrate'@'%' IDENTIFIED BY '$PORTAL_MIGRATE_PASSWORD';
       GRANT ALL PRIVILEGES ON \`$MARIADB_DATABASE\`.* TO 'portal_migrate'@'%' WITH GRANT OPTION;"
  ;;
close) sql="DROP USER IF EXISTS 'portal_migrate'@'%';" ;;
*)
  echo "open or close" >&2
  exit 64
  ;;
esac
echo "$sql" | MYSQL_PWD="$MARIADB_ROOT_PASSWORD" mariadb --user=root
