/** A role of the reader's own that a command line can have. */
export type HelperRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly region: string;
  readonly isFavourite: boolean;
};

/** What the page `/terminal/credential-process` is made of. */
export type HelperOffer = {
  readonly portalUrl: string;
  /** SHA-256 of the two programs as they are served, in hexadecimal digits. */
  readonly checksums: { readonly sh: string; readonly ps1: string };
  /** Favourites first. */
  readonly roles: readonly HelperRole[];
};
