import { createServer } from "node:http";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

export type TestIssuer = {
  readonly url: string;
  /** Signs with the current key; claims given as undefined are left out. */
  readonly sign: (claims?: Record<string, unknown>, header?: { kid?: string; alg?: string }) => Promise<string>;
  readonly rotate: () => Promise<void>;
  /** Requests for the keys so far. */
  readonly keyRequests: () => number;
  readonly publish: (change: (keys: JWK[]) => JWK[]) => void;
  readonly close: () => Promise<void>;
};

/** An OIDC issuer with its two documents, on loopback. */
export async function startTestIssuer(path = ""): Promise<TestIssuer> {
  let keyRequests = 0;
  let count = 0;
  let signingKey: CryptoKey;
  let kid = "";
  let jwks: JWK[] = [];
  const rotate = async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    count += 1;
    kid = `key-${count}`;
    signingKey = pair.privateKey;
    jwks = [{ ...(await exportJWK(pair.publicKey)), kid, alg: "RS256", use: "sig" }];
  };
  await rotate();
  const server = createServer((request, response) => {
    const isKeys = request.url === `${path}/jwks`;
    if (isKeys) keyRequests += 1;
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(isKeys ? { keys: jwks } : { issuer: url, jwks_uri: `${url}/jwks` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}${path}`;
  return {
    url,
    sign: (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const standard = { iss: url, sub: "ada", aud: "sts.amazonaws.com", iat: now, exp: now + 300 };
      return new SignJWT({ ...standard, ...claims })
        .setProtectedHeader({ alg: "RS256", kid, ...header })
        .sign(signingKey);
    },
    rotate,
    keyRequests: () => keyRequests,
    publish: (change) => {
      jwks = change(jwks);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
