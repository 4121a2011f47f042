import { buildServiceUrl } from "#lib/aws/console-services";
import { partitionOfRegion } from "#lib/aws/partition";
import type { ConsolePlace } from "./console-places";

/** Which page of the console somebody wants. A link is whatever they pasted: the portal looks at it, not this page. */
export type ConsoleChoice =
  | { readonly kind: "home" }
  | { readonly kind: "place"; readonly place: ConsolePlace }
  | { readonly kind: "link"; readonly url: string }
  /** Words that are no page yet. */
  | { readonly kind: "typed"; readonly text: string };

export const CONSOLE_HOME: ConsoleChoice = { kind: "home" };

/** What a text in the field says by itself. */
export function readConsoleChoice(text: string): ConsoleChoice {
  if (text.trim() === "") return CONSOLE_HOME;
  return /^[a-z][a-z\d+.-]*:/i.test(text.trim()) ? { kind: "link", url: text.trim() } : { kind: "typed", text };
}

/** `EC2 › Instances`. */
export function placeText({ service, pageName }: ConsolePlace): string {
  return pageName === null ? service.name : `${service.name} › ${pageName}`;
}

export function choiceText(choice: ConsoleChoice): string {
  if (choice.kind === "place") return placeText(choice.place);
  if (choice.kind === "link") return choice.url;
  return choice.kind === "typed" ? choice.text : "";
}

/** The `destination` of the portal's console form; null: the console's home. */
export function destinationOf(choice: ConsoleChoice, region: string, endpoint: string | null): string | null {
  if (choice.kind === "link") return choice.url;
  if (choice.kind !== "place") return null;
  return buildServiceUrl({ ...choice.place, region, partition: partitionOfRegion(region), override: endpoint });
}
