import { createBrowser } from "../idp/browser";

/** Cookies of the portal, as a browser keeps them. */
function createJar() {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return { keep, header: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
}

/**
 * Begins a sign-in without a browser: next-auth's own steps and the provider's form, up to the callback that it leads to.
 * `ask` goes on with the cookies of this run.
 */
export async function beginPortalSession(portalUrl: string, idp: string, person: string) {
  const { keep, header } = createJar();
  const ask = async (path: string, init: RequestInit = {}) =>
    keep(
      await fetch(`${portalUrl}${path}`, {
        ...init,
        redirect: "manual",
        headers: { ...init.headers, cookie: header() },
      }),
    );
  const { csrfToken } = await (await ask("/api/auth/csrf")).json();
  const body = new URLSearchParams({ csrfToken, callbackUrl: `${portalUrl}/`, json: "true" });
  const { url } = await (await ask(`/api/auth/signin/${idp}`, { method: "POST", body })).json();
  const browser = createBrowser(portalUrl);
  const form = await browser.open(url);
  const back = await browser.submit(form, { person });
  if (back.left === null) throw new Error(`the sign-in ended at ${back.url}`);
  return { ask, header, callback: back.left };
}

/**
 * Signs in through the OIDC stand-in without a browser and answers the headers of that session. Throws when no session
 * came of it.
 */
export async function openPortalSession(
  portalUrl: string,
  idp: string,
  person: string,
): Promise<Record<string, string>> {
  const { ask, header, callback } = await beginPortalSession(portalUrl, idp, person);
  await ask(callback.slice(portalUrl.length));
  const cookie = header();
  if (!cookie.includes("gatehouse-session=")) throw new Error("the sign-in left no session");
  return { cookie, origin: portalUrl };
}
