import { describe, expect, it } from "vitest";
import { isAnotherSite, type SiteIdentity } from "@/lib/domain/publications/same-site";

const SHOP: SiteIdentity = { name: "Shop", url: "https://shop.example", created: "2024-03-01 10:00:00" };
const changed = (changes: Partial<SiteIdentity>) => isAnotherSite(SHOP, { ...SHOP, ...changes });
const LATER = "2026-11-01 08:00:00";
const EARLIER = "2019-01-01 00:00:00";
const ELSEWHERE = "https://news.example";

describe("a site that people or imports change stays the same", () => {
  it.each<[string, Partial<SiteIdentity>]>([
    ["nothing", {}],
    ["its name", { name: "Web shop" }],
    ["its address", { url: ELSEWHERE }],
    ["its creation, moved back by an import", { created: EARLIER }],
    ["its creation moved back and its name", { created: EARLIER, name: "Web shop" }],
    ["its creation moved back and its address", { created: EARLIER, url: ELSEWHERE }],
    ["the time zone of the server", { created: "2024-03-01 23:00:00" }],
    ["its creation is not known any more", { created: null }],
    ["its creation is not known any more, and its name", { created: "0000-00-00 00:00:00", name: "Web shop" }],
  ])("%s", (_, changes) => {
    expect(changed(changes)).toBe(false);
  });

  it.each([null, "0000-00-00 00:00:00", "no date"])("its creation, not known before (%s), is known now", (created) => {
    expect(isAnotherSite({ ...SHOP, created }, { ...SHOP, created: LATER })).toBe(false);
  });
});

describe("another site under the same id", () => {
  it.each<[string, Partial<SiteIdentity>]>([
    ["another name and another address", { name: "News", url: ELSEWHERE }],
    ["another name, another address, no creation", { name: "News", url: ELSEWHERE, created: null }],
    ["another name, another address, created earlier", { name: "News", url: ELSEWHERE, created: EARLIER }],
    ["another name, created later", { name: "News", created: "2024-03-01 10:00:01" }],
    ["another address, created later", { url: ELSEWHERE, created: LATER }],
    ["the same name and address, created much later", { created: LATER }],
  ])("%s", (_, changes) => {
    expect(changed(changes)).toBe(true);
  });
});
