import "server-only";
import { buildSigninHost } from "#lib/aws/console-hosts";
import type { Partition } from "#lib/aws/partition";

/** Where assertions for a partition are addressed to: its sign-in endpoint, `https://signin.aws.amazon.com/saml`. */
export const buildSamlRecipient = (partition: Partition): string => `https://${buildSigninHost(partition, null)}/saml`;
