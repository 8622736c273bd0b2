import type { Messages } from "./catalogue";

// A key that English does not have does not compile.
declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}
