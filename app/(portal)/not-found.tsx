import { NotFoundView } from "#components/errors/not-found-view";

/** What is not there, within the frame that the person already has. */
export default function NotFound() {
  return <NotFoundView />;
}
