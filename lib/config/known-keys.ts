import { z } from "zod";
import { buildConfigJsonSchema } from "./json-schema";
import type { ConfigPath } from "./problem";

const nodeSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  oneOf: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});
type Node = z.output<typeof nodeSchema>;

function expand(value: unknown): Node[] {
  const parsed = nodeSchema.safeParse(value);
  if (!parsed.success) return [];
  return parsed.data.oneOf === undefined ? [parsed.data] : parsed.data.oneOf.flatMap(expand);
}

function descend(node: Node, step: string | number): Node[] {
  if (typeof step === "number") return expand(node.items);
  return expand(node.properties?.[step] ?? node.additionalProperties);
}

const root = expand(buildConfigJsonSchema());

/** The keys that a mapping at this path may have, over all of its kinds; empty where any key may stand. */
export function findKnownKeys(path: ConfigPath): ReadonlySet<string> {
  const nodes = path.reduce<Node[]>((reached, step) => reached.flatMap((node) => descend(node, step)), root);
  return new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})));
}
