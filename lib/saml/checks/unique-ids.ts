import type { SamlRefusal } from "../saml-refusal";
import { descendants, type XmlElement } from "../xml-element";

/** No ID twice, under any of the names that libraries take for one (ID, Id, id, xml:id): a reference has one target. */
export function checkUniqueIds(...roots: readonly XmlElement[]): SamlRefusal | null {
  const seen = new Set<string>();
  for (const id of roots.flatMap((root) => [...descendants(root)].flatMap((element) => element.ids))) {
    if (id === "" || seen.has(id)) return { code: "saml_ids_not_unique" };
    seen.add(id);
  }
  return null;
}
