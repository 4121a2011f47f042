import "server-only";
import { randomBytes } from "node:crypto";

/** An XML ID: it may not begin with a digit (xs:NCName), and holds 128 random bits at least (SAML core 1.3.4). */
export const newSamlId = (): string => `_${randomBytes(20).toString("hex")}`;
