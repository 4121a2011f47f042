import type source from "./messages/en.json";

/** Every key is checked by the compiler, in every component. */
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof source;
  }
}
