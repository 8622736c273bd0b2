import { useTranslations } from "use-intl";

type FilterName = "group" | "type" | "channel" | "attention";

/** What a filter's value is called. */
export function useFilterWords() {
  const say = useTranslations("publicAccess");
  return {
    value: (name: FilterName, value: string): string => {
      switch (name) {
        case "group":
          return value === "" ? say("filter.noGroup") : value;
        case "type":
          return value === "website" || value === "mobileapp" || value === "rollup" ? say(`type.${value}`) : value;
        case "channel":
          return value === "portal" || value === "outside" || value === "before-portal"
            ? say(`channel.${value}`)
            : value;
        case "attention":
          return value === "ending-soon" || value === "needs-attention" || value === "never-confirmed"
            ? say(`attention.${value}`)
            : value;
      }
    },
  };
}
