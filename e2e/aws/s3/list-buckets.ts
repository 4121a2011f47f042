import { findRefusal } from "../permissions/require-permission";
import type { Call } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { formatTree } from "../query/xml";
import { accessDenied, isRefusal, type Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";

/** S3 API Reference, ListBuckets: the XML with the account's two buckets. The action knows no resources. */
export function listBuckets(call: Call, sandbox: Sandbox): string | Refusal {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const denied = findRefusal(call, sandbox, signer, { action: "s3:ListAllMyBuckets", resource: "*" });
  if (denied !== null) return accessDenied(denied);
  const { account } = signer;
  const names = ["data", "logs"].map((suffix) => `${account.name}-${suffix}-${account.id}`);
  const tree = {
    Owner: { ID: account.id.repeat(5) },
    Buckets: { Bucket: names.map((Name) => ({ Name, CreationDate: "2024-01-15T09:30:00.000Z" })) },
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
${formatTree(tree, "  ")}</ListAllMyBucketsResult>
`;
}
