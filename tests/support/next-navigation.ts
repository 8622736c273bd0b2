import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { useContext } from "react";

// biome-ignore lint/performance/noBarrelFile: it stands in for another module.
export * from "next/dist/client/components/navigation";

/** Where a component is drawn without Next there is no router, and none is asked for anything until a link is pressed. */
export function useRouter() {
  return useContext(AppRouterContext);
}
