import { redirect } from "next/navigation";
import { requireIdentity } from "#lib/auth/session";

/**
 * `/start`: where IAM Identity Center's portal is at, so that old bookmarks work with another host in them. The browser
 * takes what stands behind the `#` along to wherever this leads (RFC 9110, 10.2.2).
 */
export default async function Page() {
  await requireIdentity();
  redirect("/");
}
