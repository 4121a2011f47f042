import "server-only";
import { z } from "zod";
import type { SigningKeyStore } from "#lib/issuer/signing-keys";
import type { PrismaClient } from "./generated/client";
import type { Sealer } from "./sealed";

const jwkSchema = z.object({ kty: z.literal("RSA"), n: z.string(), e: z.string() });

const contextOf = (kid: string) => `signing-key:${kid}`;

/** Signing keys in the database, the private part sealed under the portal's key. */
export function signingKeyStore(db: PrismaClient, sealer: Sealer): SigningKeyStore {
  return {
    async list() {
      const rows = await db.signingKey.findMany({ orderBy: { generation: "asc" } });
      return rows.map(({ sealedKey, publicJwk, ...row }) => {
        const privateKeyPem = sealer.unseal(sealedKey, contextOf(row.kid));
        if (privateKeyPem === null) {
          throw new Error("the signing keys were sealed under another portal.secret: set that one again");
        }
        return { ...row, privateKeyPem, publicJwk: jwkSchema.parse(publicJwk) };
      });
    },
    async insert({ privateKeyPem, publicJwk, ...row }) {
      const sealedKey = sealer.seal(privateKeyPem, contextOf(row.kid));
      const data = [{ ...row, sealedKey, publicJwk: { ...jwkSchema.parse(publicJwk) } }];
      await db.signingKey.createMany({ data, skipDuplicates: true });
    },
    async remove(kid) {
      await db.signingKey.deleteMany({ where: { kid } });
    },
  };
}
