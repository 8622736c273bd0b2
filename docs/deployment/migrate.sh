#!/bin/sh
# After Matomo is installed, and at each update of the portal: makes the portal's tables and gives its account its rights.
# The account that may do this is there only meanwhile, whatever happens, and its password is written nowhere.
set -eu
PORTAL_MIGRATE_PASSWORD=$(openssl rand -hex 24)
export PORTAL_MIGRATE_PASSWORD
account() {
  docker compose exec -T -e PORTAL_MIGRATE_PASSWORD db sh /usr/local/share/migrate-account.sh "$1"
}
trap 'account close' EXIT
trap 'exit 1' HUP INT TERM
account open
docker compose run --rm migrate
