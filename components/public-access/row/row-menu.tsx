"use client";

import { useTranslations } from "use-intl";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { isChoosable, type RowContext } from "./row-context";

type RowMenuProps = {
  site: SiteRow;
  anchor: HTMLElement;
  context: RowContext;
  onClose: () => void;
};

/** What can be done with a site beside the one thing on its row. */
export function RowMenu({ site, anchor, context, onClose }: RowMenuProps) {
  const t = useTranslations("publicAccess");
  const tFindings = useTranslations("findings");
  const { isCurrent, isChosen, onChoose, onShow, onOpen } = context;
  const items: MenuItem[] = [
    { key: "details", words: t("deed.details"), onSelect: () => onOpen(site.id) },
    ...(site.isPublic && isCurrent
      ? [{ key: "end", words: t("deed.changeEnd"), onSelect: () => onShow({ dialog: "extend", site }) }]
      : []),
    ...(site.worseLevels.length > 0 && isCurrent
      ? [
          {
            key: "reduce",
            words: tFindings("actions.reduce"),
            onSelect: () => onShow({ dialog: "mend", action: "reduce", sites: [site] }),
          },
        ]
      : []),
    ...(isChoosable(site, context)
      ? [
          {
            key: "choose",
            words: t(isChosen(site.id) ? "deed.unselect" : "deed.select"),
            onSelect: () => onChoose([site], !isChosen(site.id)),
          },
        ]
      : []),
    ...(site.strangerUrl === null ? [] : [{ key: "open", words: t("deed.open"), href: site.strangerUrl }]),
  ];
  return (
    <Menu
      label={t("deed.menu", { name: site.name || t("site.noName") })}
      anchor={anchor}
      items={items}
      onClose={onClose}
    />
  );
}
