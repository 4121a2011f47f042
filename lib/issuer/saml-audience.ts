import "server-only";
import { parseRoleArn } from "#lib/aws/arn";
import type { Partition } from "#lib/aws/partition";

const AWS = "urn:amazon:webservices";

/**
 * The names by which AWS goes as a service provider. GovCloud: "AWS Identity and Access Management in AWS GovCloud (US)".
 * China: what its metadata (signin.amazonaws.cn/static/saml-metadata.xml) is known by in identity providers; no page of AWS
 * says it. The European Sovereign Cloud: no source found, so AWS's own.
 */
const AUDIENCES: Record<Partition, readonly string[]> = {
  aws: [AWS],
  "aws-cn": [AWS, "urn:amazon:webservices:cn-north-1"],
  "aws-us-gov": [AWS, "urn:amazon:webservices:govcloud"],
  "aws-eusc": [AWS],
};

/** Whom an assertion for a role is for. One of several is enough (SAML core 2.5.1.4). Throws on what is no role's ARN. */
export function listSamlAudiences(roleArn: string): readonly string[] {
  const role = parseRoleArn(roleArn);
  if (!role.ok) throw new Error("an assertion for what is no role");
  return AUDIENCES[role.value.partition];
}
