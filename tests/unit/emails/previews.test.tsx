import { render } from "react-email";
import { describe, expect, it } from "vitest";
import Acknowledged from "@/emails/acknowledged";
import Baseline from "@/emails/baseline";
import BlockChanged from "@/emails/block-changed";
import Digest from "@/emails/digest";
import Drill from "@/emails/drill";
import EndNear from "@/emails/end-near";
import Extended from "@/emails/extended";
import Finding from "@/emails/finding";
import LapseNear from "@/emails/lapse-near";
import LogWentBack from "@/emails/log-went-back";
import MadePrivate from "@/emails/made-private";
import MadePublic from "@/emails/made-public";
import PasswordKnown from "@/emails/password-known";
import PrivateOutside from "@/emails/private-outside";
import PublicOutside from "@/emails/public-outside";
import Reminder from "@/emails/reminder";
import RosterChanged from "@/emails/roster-changed";
import RowsMended from "@/emails/rows-mended";
import SettingChanged from "@/emails/setting-changed";
import StepUpLocked from "@/emails/step-up-locked";
import Unreachable from "@/emails/unreachable";
import { languages } from "@/messages/catalogue";

describe.each(languages())("in %s", (lang) => {
  it.each([
    ["acknowledged", <Acknowledged key="mail" {...Acknowledged.PreviewProps} lang={lang} />],
    ["baseline", <Baseline key="mail" {...Baseline.PreviewProps} lang={lang} />],
    ["digest", <Digest key="mail" {...Digest.PreviewProps} lang={lang} />],
    ["drill", <Drill key="mail" {...Drill.PreviewProps} lang={lang} />],
    ["end-near", <EndNear key="mail" {...EndNear.PreviewProps} lang={lang} />],
    ["extended", <Extended key="mail" {...Extended.PreviewProps} lang={lang} />],
    ["finding", <Finding key="mail" {...Finding.PreviewProps} lang={lang} />],
    ["lapse-near", <LapseNear key="mail" {...LapseNear.PreviewProps} lang={lang} />],
    ["block-changed", <BlockChanged key="mail" {...BlockChanged.PreviewProps} lang={lang} />],
    ["log-went-back", <LogWentBack key="mail" {...LogWentBack.PreviewProps} lang={lang} />],
    ["made-private", <MadePrivate key="mail" {...MadePrivate.PreviewProps} lang={lang} />],
    ["made-public", <MadePublic key="mail" {...MadePublic.PreviewProps} lang={lang} />],
    ["private-outside", <PrivateOutside key="mail" {...PrivateOutside.PreviewProps} lang={lang} />],
    ["public-outside", <PublicOutside key="mail" {...PublicOutside.PreviewProps} lang={lang} />],
    ["reminder", <Reminder key="mail" {...Reminder.PreviewProps} lang={lang} />],
    ["roster-changed", <RosterChanged key="mail" {...RosterChanged.PreviewProps} lang={lang} />],
    ["rows-mended", <RowsMended key="mail" {...RowsMended.PreviewProps} lang={lang} />],
    ["setting-changed", <SettingChanged key="mail" {...SettingChanged.PreviewProps} lang={lang} />],
    ["password-known", <PasswordKnown key="mail" {...PasswordKnown.PreviewProps} lang={lang} />],
    ["step-up-locked", <StepUpLocked key="mail" {...StepUpLocked.PreviewProps} lang={lang} />],
    ["unreachable", <Unreachable key="mail" {...Unreachable.PreviewProps} lang={lang} />],
  ])("the preview of %s is a whole mail with headed tables and one button", async (_, mail) => {
    const html = await render(mail);
    expect(html.match(/<a[^>]*class="button"/g)).toHaveLength(1);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${lang}"`));
    expect(html).toContain("anna");
    const tables = html
      .split("<table")
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf(">")));
    for (const table of tables) expect(table).toMatch(/role="presentation"|aria-label="/);
    expect(html).toMatch(/<th[^>]* scope="row"/);
  });
});
