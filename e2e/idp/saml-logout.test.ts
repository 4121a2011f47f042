import { ValidateInResponseTo } from "@node-saml/node-saml";
import { afterAll, describe, expect, it } from "vitest";
import { readForm } from "./browser";
import { readResponse, readResponseXml, SLO, startTestPortal } from "./test-portal";

const { idp, portal, signIn, verified, close } = await startTestPortal();
afterAll(close);

describe("the SAML stand-in's logout", () => {
  it("carries out a LogoutRequest and answers it, signed", async () => {
    const result = await signIn("developer");
    const page = await result.browser.open(await result.sp.getLogoutUrlAsync(await verified(result), "relay-3", {}));
    const { action, hidden } = readForm(page);
    expect({ action, relayState: hidden.RelayState }).toEqual({ action: SLO, relayState: "relay-3" });
    // node-saml looks for InResponseTo in Response elements only, so it cannot check a LogoutResponse's by POST.
    const lenient = portal({ validateInResponseTo: ValidateInResponseTo.never });
    expect((await lenient.validatePostResponseAsync({ SAMLResponse: readResponse(page) })).loggedOut).toBe(true);
    expect(readResponseXml(page)).toMatch(/ InResponseTo="_/);
    expect((await signIn("developer", portal(), result.browser)).sawForm).toBe(true);
  });

  it("starts a logout itself, naming the person and the session", async () => {
    const result = await signIn("developer");
    const { nameID, sessionIndex } = await verified(result);
    const page = await result.browser.open(`${idp.url}/logout`);
    const sent = { SAMLRequest: readForm(page).hidden.SAMLRequest ?? "" };
    const { profile, loggedOut } = await result.sp.validatePostRequestAsync(sent);
    expect({ loggedOut, nameID: profile?.nameID, sessionIndex: profile?.sessionIndex }).toEqual({
      loggedOut: true,
      nameID,
      sessionIndex,
    });
  });
});
