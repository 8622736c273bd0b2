import { useTranslations } from "use-intl";
import { channels, siteAttentions } from "@/lib/domain/publications/terms";

const NAMED_TYPES = ["website", "mobileapp", "rollup"] as const;

/** What a filter's value is called; one without words of its own keeps its name. */
export function useFilterLabel() {
  const t = useTranslations("publicAccess");
  return (name: "group" | "type" | "channel" | "attention", value: string): string => {
    if (name === "group") return value || t("filter.noGroup");
    const type = NAMED_TYPES.find((known) => name === "type" && known === value);
    const channel = channels.find((known) => name === "channel" && known === value);
    const attention = siteAttentions.find((known) => name === "attention" && known === value);
    if (type) return t(`type.${type}`);
    if (channel) return t(`channel.${channel}`);
    return attention ? t(`attention.${attention}`) : value;
  };
}
