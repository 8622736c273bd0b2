import { existsSync } from "node:fs";
import path from "node:path";

const PACKAGES = "mariadb-server mariadb-backup galera-4 socat haproxy";
const GALERA = ["/usr/lib/galera/libgalera_smm.so", "/usr/lib64/galera-4/libgalera_smm.so"];
const FOLDERS = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];

/** Where a program is that the cluster is made of. @throws Error that says what to install */
export function programAt(name: string): string {
  return required(
    name,
    FOLDERS.map((folder) => path.join(folder, name)),
  );
}

/** Where Galera's library is. @throws Error that says what to install */
export function galeraLibrary(): string {
  return required("libgalera_smm.so", GALERA);
}

/** Everything is looked for before anything is started. @throws Error that says what to install */
export function requireClusterPrograms(): void {
  galeraLibrary();
  for (const name of ["mariadbd", "mariadb-install-db", "mariabackup", "socat", "haproxy"]) programAt(name);
}

function required(name: string, places: readonly string[]): string {
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    `The tests on a cluster need ${name}, and it was not found.\n  Debian, Ubuntu:  apt-get install ${PACKAGES}`,
  );
}
