import { render } from "react-email";
import { expect, it } from "vitest";
import Baseline from "@/emails/baseline";
import MadePrivate from "@/emails/made-private";
import MadePublic from "@/emails/made-public";
import PrivateOutside from "@/emails/private-outside";
import PublicOutside from "@/emails/public-outside";
import Reminder from "@/emails/reminder";
import SettingChanged from "@/emails/setting-changed";
import StepUpLocked from "@/emails/step-up-locked";

it.each([
  ["made-public", <MadePublic key="mail" {...MadePublic.PreviewProps} />],
  ["made-private", <MadePrivate key="mail" {...MadePrivate.PreviewProps} />],
  ["public-outside", <PublicOutside key="mail" {...PublicOutside.PreviewProps} />],
  ["private-outside", <PrivateOutside key="mail" {...PrivateOutside.PreviewProps} />],
  ["baseline", <Baseline key="mail" {...Baseline.PreviewProps} />],
  ["setting-changed", <SettingChanged key="mail" {...SettingChanged.PreviewProps} />],
  ["step-up-locked", <StepUpLocked key="mail" {...StepUpLocked.PreviewProps} />],
  ["reminder", <Reminder key="mail" {...Reminder.PreviewProps} />],
])("the preview of %s is a whole mail with headed tables", async (_, mail) => {
  const html = await render(mail);
  expect(html).toMatch(/Open in Public Access|See and end your sessions/);
  expect(html).toContain("Sent to ");
  const tables = html
    .split("<table")
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(">")));
  for (const table of tables) expect(table).toMatch(/role="presentation"|aria-label="/);
  expect(html).toMatch(/<th[^>]* scope="row"/);
});
