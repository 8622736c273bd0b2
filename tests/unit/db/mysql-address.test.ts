import { describe, expect, it } from "vitest";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";

describe("the address of a MySQL or MariaDB", () => {
  it("has the standard port, and names decoded", () => {
    expect(mysqlAddress("mysql://po%40rtal:p%2Fw%23@db.example/mato%20mo")).toEqual({
      host: "db.example",
      port: 3306,
      user: "po@rtal",
      password: "p/w#",
      database: "mato mo",
    });
  });

  it("may ask for TLS, for a socket, and for the key of MySQL 8", () => {
    const asked = "ssl=true&socketPath=/run/mysqld/mysqld.sock&allowPublicKeyRetrieval=true";
    expect(mysqlAddress(`mariadb://portal:pw@db.example:3307/matomo?${asked}`)).toMatchObject({
      port: 3307,
      ssl: true,
      socketPath: "/run/mysqld/mysqld.sock",
      allowPublicKeyRetrieval: true,
    });
  });

  it("asks for none of them unless it is said", () => {
    expect(mysqlAddress("mysql://portal:pw@db.example/matomo?ssl=false&socketPath=&other=1")).toEqual(
      mysqlAddress("mysql://portal:pw@db.example/matomo"),
    );
  });
});

it("an address in figures is what the certificate must be for: the driver would ask for localhost", () => {
  expect(mysqlAddress("mysql://portal:pw@10.0.0.7/matomo?ssl=true").ssl).toEqual({
    host: "10.0.0.7",
    rejectUnauthorized: true,
  });
});
