import { z } from "zod";
import { configSchema } from "./schema";

type JsonSchemaNode = Record<string, unknown>;

const REFERENCE = { type: "string", pattern: "\\$\\{" } as const;
const BOUNDS = ["pattern", "format", "minLength", "maxLength", "enum"] as const;

/** A text with bounds may also be a reference: an editor cannot know what `${VAR}` will bring. */
function acceptReference(node: JsonSchemaNode): void {
  if (node.type !== "string" || !BOUNDS.some((bound) => bound in node)) return;
  const bounded: JsonSchemaNode = { type: "string" };
  for (const bound of BOUNDS) {
    if (!(bound in node)) continue;
    bounded[bound] = node[bound];
    delete node[bound];
  }
  delete node.type;
  node.anyOf = [bounded, REFERENCE];
}

/**
 * The JSON Schema (draft 2020-12) of `gatehouse.yaml` as people write it, from the definition that the portal itself
 * validates by. It knows shapes; what spans several keys is checked at start only.
 */
export function buildConfigJsonSchema(): JsonSchemaNode {
  const schema = z.toJSONSchema(configSchema, {
    io: "input",
    override: ({ jsonSchema, path }) => {
      // Keys of mappings are never interpolated.
      if (path.at(-1) !== "propertyNames") acceptReference(jsonSchema);
    },
  });
  return { ...schema, title: "gatehouse.yaml", description: "Configuration of the Gatehouse portal" };
}

/** The text of `public/gatehouse.schema.json`. */
export function formatConfigJsonSchema(): string {
  return `${JSON.stringify(buildConfigJsonSchema(), null, 2)}\n`;
}
