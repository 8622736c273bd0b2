import { render } from "react-email";
import { expect, it } from "vitest";
import Acknowledged from "@/emails/acknowledged";
import Baseline from "@/emails/baseline";
import Digest from "@/emails/digest";
import EndNear from "@/emails/end-near";
import Extended from "@/emails/extended";
import Finding from "@/emails/finding";
import LapseNear from "@/emails/lapse-near";
import LockChanged from "@/emails/lock-changed";
import MadePrivate from "@/emails/made-private";
import MadePublic from "@/emails/made-public";
import PauseChanged from "@/emails/pause-changed";
import PrivateOutside from "@/emails/private-outside";
import PublicOutside from "@/emails/public-outside";
import Reminder from "@/emails/reminder";
import RosterChanged from "@/emails/roster-changed";
import RowsMended from "@/emails/rows-mended";
import SettingChanged from "@/emails/setting-changed";
import StepUpLocked from "@/emails/step-up-locked";
import Unreachable from "@/emails/unreachable";

it.each([
  ["acknowledged", <Acknowledged key="mail" {...Acknowledged.PreviewProps} />],
  ["baseline", <Baseline key="mail" {...Baseline.PreviewProps} />],
  ["digest", <Digest key="mail" {...Digest.PreviewProps} />],
  ["end-near", <EndNear key="mail" {...EndNear.PreviewProps} />],
  ["extended", <Extended key="mail" {...Extended.PreviewProps} />],
  ["finding", <Finding key="mail" {...Finding.PreviewProps} />],
  ["lapse-near", <LapseNear key="mail" {...LapseNear.PreviewProps} />],
  ["lock-changed", <LockChanged key="mail" {...LockChanged.PreviewProps} />],
  ["made-private", <MadePrivate key="mail" {...MadePrivate.PreviewProps} />],
  ["made-public", <MadePublic key="mail" {...MadePublic.PreviewProps} />],
  ["pause-changed", <PauseChanged key="mail" {...PauseChanged.PreviewProps} />],
  ["private-outside", <PrivateOutside key="mail" {...PrivateOutside.PreviewProps} />],
  ["public-outside", <PublicOutside key="mail" {...PublicOutside.PreviewProps} />],
  ["reminder", <Reminder key="mail" {...Reminder.PreviewProps} />],
  ["roster-changed", <RosterChanged key="mail" {...RosterChanged.PreviewProps} />],
  ["rows-mended", <RowsMended key="mail" {...RowsMended.PreviewProps} />],
  ["setting-changed", <SettingChanged key="mail" {...SettingChanged.PreviewProps} />],
  ["step-up-locked", <StepUpLocked key="mail" {...StepUpLocked.PreviewProps} />],
  ["unreachable", <Unreachable key="mail" {...Unreachable.PreviewProps} />],
])("the preview of %s is a whole mail with headed tables", async (_, mail) => {
  const html = await render(mail);
  expect(html).toMatch(/Open in Public Access|Review the public sites|See and end your sessions|See who was told/);
  expect(html).toContain("Sent to ");
  const tables = html
    .split("<table")
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(">")));
  for (const table of tables) expect(table).toMatch(/role="presentation"|aria-label="/);
  expect(html).toMatch(/<th[^>]* scope="row"/);
});
