import { createContext } from "react";

/** What the page knows of whoever looks at it, for the presets that are about that. */
export type Requester = {
  /** As the portal sees it; null when it cannot. */
  readonly address: string | null;
  /** AWS is on this machine or network, and sees private addresses too. */
  readonly allowPrivate: boolean;
};

export const RequesterContext = createContext<Requester>({ address: null, allowPrivate: false });
