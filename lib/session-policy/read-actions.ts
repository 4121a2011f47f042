/**
 * What reads, of the services that people use most. IAM takes no wildcard in a service's prefix (IAM User Guide,
 * reference_policies_elements_action), so each service has its line. Left out, as they reveal or hand out secrets: `secretsmanager:GetSecretValue`, `kms:Decrypt`
 * (hence SecureStrings, and objects under a KMS key), `s3:GetDataAccess`, `redshift:GetClusterCredentials` and their like.
 * AWS's managed ReadOnlyAccess would be one ARN, but it is an Allow: next to another session policy it would widen.
 */
export const READ_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  acm: ["Describe*", "List*"],
  apigateway: ["GET"],
  athena: ["Get*", "List*"],
  autoscaling: ["Describe*"],
  backup: ["Describe*", "List*"],
  batch: ["Describe*", "List*"],
  bedrock: ["Get*", "List*"],
  ce: ["Get*"],
  cloudformation: ["Describe*", "Get*", "List*"],
  cloudfront: ["Get*", "List*"],
  cloudtrail: ["Describe*", "List*", "LookupEvents"],
  cloudwatch: ["Describe*", "Get*", "List*"],
  codebuild: ["BatchGet*", "List*"],
  codepipeline: ["Get*", "List*"],
  config: ["Describe*", "Get*"],
  dynamodb: ["BatchGetItem", "Describe*", "GetItem", "List*", "Query", "Scan"],
  ec2: ["Describe*", "Search*"],
  ecr: ["BatchGet*", "Describe*", "Get*", "List*"],
  ecs: ["Describe*", "List*"],
  eks: ["Describe*", "List*"],
  elasticache: ["Describe*"],
  elasticfilesystem: ["Describe*"],
  elasticloadbalancing: ["Describe*"],
  es: ["Describe*", "List*"],
  events: ["Describe*", "List*"],
  firehose: ["Describe*", "List*"],
  glue: ["GetDatabase*", "GetJob*", "GetTable*"],
  guardduty: ["Get*", "List*"],
  health: ["Describe*"],
  iam: ["Get*", "List*"],
  kinesis: ["Describe*", "Get*", "List*"],
  kms: ["Describe*", "List*"],
  lambda: ["Get*", "List*"],
  logs: ["Describe*", "Filter*", "Get*", "StartQuery"],
  organizations: ["Describe*", "List*"],
  rds: ["Describe*", "List*"],
  redshift: ["Describe*"],
  route53: ["Get*", "List*"],
  s3: ["GetBucket*", "GetEncryption*", "GetObject*", "List*"],
  sagemaker: ["Describe*", "List*"],
  secretsmanager: ["Describe*", "List*"],
  securityhub: ["Get*"],
  servicequotas: ["Get*", "List*"],
  sns: ["Get*", "List*"],
  sqs: ["Get*", "List*"],
  ssm: ["Describe*", "GetParam*", "List*"],
  states: ["Describe*", "Get*", "List*"],
  sts: ["DecodeAuthorizationMessage", "GetCallerIdentity"],
  support: ["Describe*"],
  tag: ["Get*"],
  wafv2: ["Get*", "List*"],
  xray: ["BatchGet*", "Get*"],
};

/**
 * The services of "read only" when none are chosen: as many as leave room for every other preset in the 2,048 characters of a
 * session policy. The others can be read by choosing them.
 */
export const COMMONLY_READ: readonly string[] = [
  ...["acm", "autoscaling", "bedrock", "cloudformation", "cloudfront", "cloudtrail", "cloudwatch"],
  ...["dynamodb", "ec2", "ecr", "ecs", "eks", "elasticloadbalancing", "events", "iam", "kms", "lambda"],
  ...["logs", "rds", "route53", "s3", "secretsmanager", "sns", "sqs", "ssm", "states", "sts", "tag"],
];

/** Of a service that is not in the table. Not `Get*`: of some services that hands out credentials. */
const READS_ELSEWHERE = ["Describe*", "List*"];

/** Whether the table knows a service; of any other, only what describes and lists counts as reading. */
export const isKnownService = (service: string): boolean => Object.hasOwn(READ_ACTIONS, service);

/** The actions of one service that read. */
export function listReadActions(service: string): readonly string[] {
  const reads = isKnownService(service) ? READ_ACTIONS[service] : undefined;
  return (reads ?? READS_ELSEWHERE).map((action) => `${service}:${action}`);
}
