import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#lib/auth/content-security-policy";
import { PATH_HEADER } from "#lib/auth/path-header";
import { currentConfig } from "#lib/config/current";

/** Gives each page its Content-Security-Policy. It guards nothing: each page, action and route asks by itself. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { aws } = await currentConfig();
  const policy = contentSecurityPolicy({ nonce: randomBytes(16).toString("base64"), endpoints: aws.endpoints });
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Pages only: what answers JSON, XML or files needs no policy for scripts. */
export const config = { matcher: ["/((?!api/|oidc/|saml/|brand/|_next/|favicon.ico|icon.svg).*)"] };
