import { beforeAll, expect, it } from "vitest";
import { refuseForeignPost } from "@/lib/auth/refuse-foreign-post";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

beforeAll(() => portalEnv());

const post = (origin: string | null) =>
  new Request("https://portal.example/api/auth/callback/matomo", {
    method: "POST",
    headers: origin === null ? {} : { origin },
  });

it("a POST to next-auth passes from the portal's own pages only", async () => {
  expect(refuseForeignPost(post("https://portal.example"))).toBeNull();
  for (const origin of [null, "null", "https://evil.example", "http://portal.example", "https://portal.example:8443"]) {
    const refusal = refuseForeignPost(post(origin));
    expect(refusal?.status).toBe(403);
    expect(await refusal?.json()).toMatchObject({
      code: "foreign_origin",
      url: "https://portal.example/sign-in?error=foreign_origin",
    });
  }
});
