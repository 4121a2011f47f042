/** Temporary credentials as STS issues them. Never stored, never logged; see lib/credentials/formats for their spellings. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: Date;
};
