import { afterEach, expect, it } from "vitest";
import { demoLogin } from "@/lib/auth/demo-login";
import { forgetAll } from "@/lib/platform/once-per-process";
import { users } from "@/prisma/seed/data/users";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

afterEach(forgetAll);

const DEMO = { DATABASE_URL: "file:/tmp/demo/matomo.db" };

it("the sign-in of the demo offers one of its Super Users, without a second factor", () => {
  portalEnv({ ...DEMO, NEXTAUTH_URL: "http://localhost:3000" });
  const offered = users.find(({ login }) => login === demoLogin()?.login);
  expect(offered).toMatchObject({ ...demoLogin(), isSuperUser: true });
  expect(offered).not.toHaveProperty("totpSecret");
});

it("no login is offered at an address that others can reach", () => {
  portalEnv({ ...DEMO, NEXTAUTH_URL: "https://portal.example" });
  expect(demoLogin()).toBeNull();
});

it.each(["mysql://portal:pw@db.example/matomo", "mysql://portal:pw@localhost:3306/file:"])(
  "no login is offered over the database of a Matomo: %s",
  (url) => {
    portalEnv({ DATABASE_URL: url });
    expect(demoLogin()).toBeNull();
  },
);
