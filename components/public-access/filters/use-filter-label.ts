import { useTranslations } from "use-intl";

type FilterName = "group" | "type" | "channel" | "attention";

/** What a filter's value is called. */
export function useFilterLabel() {
  const t = useTranslations("publicAccess");
  return {
    value: (name: FilterName, value: string): string => {
      switch (name) {
        case "group":
          return value === "" ? t("filter.noGroup") : value;
        case "type":
          return value === "website" || value === "mobileapp" || value === "rollup" ? t(`type.${value}`) : value;
        case "channel":
          return value === "portal" || value === "outside" || value === "before-portal" ? t(`channel.${value}`) : value;
        case "attention":
          return value === "ending-soon" || value === "needs-attention" || value === "never-confirmed"
            ? t(`attention.${value}`)
            : value;
      }
    },
  };
}
