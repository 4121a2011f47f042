import { connection } from "next/server";
import { ErrorPage } from "#components/errors/error-page";
import { NotFoundView } from "#components/errors/not-found-view";
import { currentConfig } from "#lib/config/current";

export default async function NotFound() {
  // The portal is built without a configuration: this is for a request.
  await connection();
  const { portal } = await currentConfig();
  return (
    <ErrorPage portalName={portal.name} support={portal.support}>
      <NotFoundView />
    </ErrorPage>
  );
}
