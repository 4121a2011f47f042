import { ErrorPage } from "#components/errors/error-page";
import { NotFoundView } from "#components/errors/not-found-view";

export default function NotFound() {
  return (
    <ErrorPage>
      <NotFoundView />
    </ErrorPage>
  );
}
