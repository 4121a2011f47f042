import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveProof } from "#lib/db/proofs";
import type { Caller } from "#lib/identity";
import { makeKey, signIdToken, startIdentityProvider } from "#lib/oidc/fixtures/identity-provider";
import { answerWith, startLoopbackSts, success } from "#lib/sts/fixtures/loopback-sts";
import { ACCOUNT, auditOf, inSeconds, NOW, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { issueCredentials } from "./issue-credentials";
import { listRoles } from "./list-roles";
import { findProofRenewal } from "./renew-proof";

let portal: TestPortal;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
let key: Awaited<ReturnType<typeof makeKey>>;
let sts: Awaited<ReturnType<typeof startLoopbackSts>>;
beforeAll(async () => {
  key = await makeKey("k1");
  idp = await startIdentityProvider([key]);
  portal = await openTestPortal(idp.issuer);
  sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
});
afterAll(async () => {
  await sts.stop();
  await idp.close();
  await portal.stop();
});
beforeEach(() => {
  sts.seen.length = 0;
  portal.use({ sts: sts.url });
});

type Kind = Parameters<typeof saveProof>[2]["kind"];

const keep = ({ session }: Caller, kind: Kind, value: string, expiresAt = inSeconds(9 * 3600)) =>
  saveProof(portal.storage.db, portal.storage.sealer, {
    sessionId: session.id,
    kind,
    value,
    issuedAt: NOW,
    expiresAt,
  });

const ofWorkforce = { idp: "workforce", protocol: "oidc", subject: "s1" } as const;
/** Another claim makes another token: those of one second are otherwise the same. */
const tokenOf = (mark: string, claims: Record<string, unknown> = {}) =>
  signIdToken(key, { iss: idp.issuer, mark, ...claims });
const stale = () => tokenOf("stale", { exp: Math.floor(NOW.getTime() / 1000) + 30 });

const ask = (caller: Caller, roleName: string) => issueCredentials(caller, { accountId: ACCOUNT, roleName });
const shown = (name: string) => sts.seen.map(({ form }) => form.get(name));

describe("idp-oidc: the person's own ID token", () => {
  const powerUser = (caller: Caller) => ask(caller, "PowerUser");

  test("of this very session is what AWS is shown, not that of another one of theirs", async () => {
    const [first, second] = [await signIn(portal, ofWorkforce), await signIn(portal, ofWorkforce)];
    const [one, two] = [await tokenOf("one"), await tokenOf("two")];
    await keep(first, "id-token", one);
    await keep(second, "id-token", two);
    expect((await powerUser(first)).ok).toBe(true);
    expect(shown("WebIdentityToken")).toEqual([one]);
  });

  test("near its end is renewed, and the new one is kept for the next time", async () => {
    const caller = await signIn(portal, ofWorkforce);
    const renewed = await tokenOf("renewed");
    const before = idp.countOf("/token");
    idp.answer("/token", () => ({ body: { id_token: renewed, refresh_token: "r2" } }));
    await keep(caller, "id-token", await stale());
    await keep(caller, "refresh-token", "r1");
    expect((await powerUser(caller)).ok).toBe(true);
    expect((await powerUser(caller)).ok).toBe(true);
    expect(shown("WebIdentityToken")).toEqual([renewed, renewed]);
    expect(idp.countOf("/token") - before).toBe(1);
  });

  test.each([
    ["refused by the IdP", { status: 400, body: { error: "invalid_grant" } }],
    ["answered with nothing", { body: {} }],
  ])("that cannot be renewed (%s) sends the person through the IdP, and AWS is not asked", async (_name, answer) => {
    const caller = await signIn(portal, ofWorkforce);
    idp.answer("/token", () => answer);
    await keep(caller, "id-token", await stale());
    await keep(caller, "refresh-token", "r1");
    const refused = await powerUser(caller);
    expect(refused).toMatchObject({ error: { code: "reauthentication_required", renewAt: "workforce" } });
    expect(refused).toMatchObject({ error: { continueUrl: expect.stringContaining("/sign-in?begin=workforce") } });
    expect(sts.seen).toHaveLength(0);
  });

  test("renewed to another person's is refused: a refresh answering another sub", async () => {
    const caller = await signIn(portal, ofWorkforce);
    const foreign = await tokenOf("foreign", { sub: "somebody-else" });
    idp.answer("/token", () => ({ body: { id_token: foreign } }));
    await keep(caller, "id-token", await stale());
    await keep(caller, "refresh-token", "r1");
    expect((await powerUser(caller)).ok).toBe(false);
    expect(sts.seen).toHaveLength(0);
  });

  test("is never another identity provider's, whatever the rules give", async () => {
    const caller = await signIn(portal);
    await keep(caller, "id-token", await tokenOf("own"));
    expect(await powerUser(caller)).toMatchObject({ error: { code: "role_not_granted" } });
    expect(sts.seen).toHaveLength(0);
    const [account] = await listRoles(caller);
    expect(account?.roles.map(({ roleName }) => roleName)).not.toContain("PowerUser");
  });
});

describe("idp-saml: the person's own assertion", () => {
  const ROLE = "https://aws.amazon.com/SAML/Attributes/Role";
  const named = `arn:aws:iam::${ACCOUNT}:role/Notebook,arn:aws:iam::${ACCOUNT}:saml-provider/corp`;
  const bearer = (values: readonly string[] = [named]) => signIn(portal, { claims: { [ROLE]: values } });

  test("young enough is shown to AWS as it came", async () => {
    const answering = await startLoopbackSts(answerWith(200, success("AssumeRoleWithSAML")));
    portal.use({ sts: answering.url });
    const caller = await bearer();
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    expect((await ask(caller, "Notebook")).ok).toBe(true);
    await answering.stop();
    expect(answering.seen[0]?.form.get("SAMLAssertion")).toBe("PHNhbWxwOlJlc3BvbnNlLz4=");
    expect(answering.seen[0]?.form.get("PrincipalArn")).toBe(`arn:aws:iam::${ACCOUNT}:saml-provider/corp`);
  });

  test("speaks for itself: tags and names that are only configured are not put on record as sent", async () => {
    const answering = await startLoopbackSts(answerWith(200, success("AssumeRoleWithSAML")));
    portal.use({ sts: answering.url });
    const caller = await bearer();
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    const issued = await ask(caller, "Notebook");
    await answering.stop();
    // The stand-in answers as if the assertion had said `alice`; the configuration says otherwise.
    expect(issued).toMatchObject({ value: { sessionName: "alice", sourceIdentity: null, tags: {} } });
    const [requested, given] = (await auditOf(portal, caller)).map(({ detail }) => detail);
    for (const name of ["sessionName", "sourceIdentity", "tags"]) expect(requested).not.toHaveProperty(name);
    expect(given).toMatchObject({ sessionName: "alice" });
    for (const name of ["sourceIdentity", "tags"]) expect(given).not.toHaveProperty(name);
  });

  test("older than AWS takes it sends the person through the IdP, and AWS is not asked", async () => {
    const caller = await bearer();
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    portal.use({ sts: sts.url, now: inSeconds(271) });
    expect(await ask(caller, "Notebook")).toMatchObject({
      error: { code: "reauthentication_required", renewAt: "corp" },
    });
    expect(sts.seen).toHaveLength(0);
    expect((await auditOf(portal, caller)).map(({ kind }) => kind)).toEqual([
      "credentials.requested",
      "credentials.refused",
    ]);
  });

  test("older than that is renewed before a command line is signed in, which has no browser; once, and of no other page", async () => {
    const caller = await bearer();
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    expect(await findProofRenewal(caller, "/device?user_code=BCDF-GHJK")).toBe(null);
    portal.use({ sts: sts.url, now: inSeconds(271) });
    const url = new URL(
      (await findProofRenewal(caller, "/device?user_code=BCDF-GHJK")) ?? "",
      "https://portal.example",
    );
    expect(url.pathname).toBe("/sign-in");
    expect(url.searchParams.get("begin")).toBe("corp");
    const back = url.searchParams.get("callbackUrl") ?? "";
    expect(back).toBe("/device?user_code=BCDF-GHJK&renewed=1");
    expect(await findProofRenewal(caller, back)).toBe(null);
    expect(await findProofRenewal(await bearer([]), "/device")).toBe(null);
  });

  test("of another session of the same person is not used", async () => {
    const other = await bearer();
    await keep(other, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    expect(await ask(await bearer(), "Notebook")).toMatchObject({ error: { code: "reauthentication_required" } });
    expect(sts.seen).toHaveLength(0);
  });

  test.each([
    ["does not name the role", []],
    ["names another role", [named.replace("Notebook", "Admin")]],
    ["names it in another account", [named.replaceAll(ACCOUNT, "999999999999")]],
    ["names it with another provider", [named.replace("saml-provider/corp", "saml-provider/other")]],
  ])("that %s is not enough, though the rules give it; the role is not offered either", async (_name, values) => {
    const caller = await bearer(values);
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    expect(await ask(caller, "Notebook")).toMatchObject({ error: { code: "saml_role_not_in_assertion" } });
    expect(sts.seen).toHaveLength(0);
    const [account] = await listRoles(caller);
    expect(account?.roles.map(({ roleName }) => roleName)).toEqual(["Deployer", "Developer"]);
  });

  test("that names a role which no rule gives gives nothing", async () => {
    const caller = await bearer([named.replace("Notebook", "Admin")]);
    await keep(caller, "saml-response", "PHNhbWxwOlJlc3BvbnNlLz4=", inSeconds(300));
    expect(await ask(caller, "Admin")).toMatchObject({ error: { code: "role_not_granted" } });
  });
});
