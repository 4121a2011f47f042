import type { Partition } from "./partition";

/**
 * Services that a partition does not have, as far as botocore's list of endpoints says so (`data/endpoints.json`, 1.43); where
 * the console has the service without such an endpoint (Trusted Advisor in China), the console counts. What is not known to be
 * absent is offered.
 */
const ABSENT: Readonly<Record<Partition, ReadonlySet<string>>> = {
  aws: new Set(),
  "aws-cn": new Set([
    ...["amplify", "appflow", "apprunner", "appstream", "auditmanager", "bedrock", "braket", "cloud9", "cloudhsm"],
    ...["cloudshell", "codeartifact", "comprehend", "connect", "controltower", "detective", "devicefarm", "drs"],
    ...["globalaccelerator", "grafana", "groundstation", "healthlake", "ivs", "kendra", "lex", "macie"],
    ...["marketplace", "medialive", "mediapackage", "mgn", "networkmanager", "outposts", "prometheus", "rekognition"],
    ...["resiliencehub", "resourceexplorer", "securitylake", "ses", "shield", "textract", "timestream", "translate"],
    ...["wellarchitected", "workmail"],
  ]),
  "aws-us-gov": new Set([
    ...["amplify", "appflow", "apprunner", "appsync", "auditmanager", "braket", "cloud9", "cloudfront"],
    ...["codeartifact", "costmanagement", "devicefarm", "gamelift", "globalaccelerator", "groundstation"],
    ...["healthlake", "ivs", "macie", "marketplace", "medialive", "mediapackage", "mwaa", "personalize", "shield"],
    ...["workmail"],
  ]),
  "aws-eusc": new Set([
    ...["amplify", "appflow", "apprunner", "appstream", "appsync", "auditmanager", "braket", "cloud9", "cloudfront"],
    ...["cloudhsm", "codeartifact", "codebuild", "codecommit", "codepipeline", "comprehend", "connect", "databrew"],
    ...["detective", "devicefarm", "elasticbeanstalk", "firewallmanager", "gamelift", "globalaccelerator", "grafana"],
    ...["groundstation", "healthlake", "inspector", "iot", "ivs", "kendra", "keyspaces", "lex", "macie"],
    ...["marketplace", "mediaconvert", "medialive", "mediapackage", "memorydb", "mgn", "mq", "mwaa"],
    ...["networkmanager", "outposts", "personalize", "prometheus", "rekognition", "resiliencehub"],
    ...["resourceexplorer", "securitylake", "servicecatalog", "shield", "snowfamily", "textract", "timestream"],
    ...["transcribe", "translate", "wellarchitected", "workmail", "workspaces"],
  ]),
};

/** Whether a partition has a service, by its id in the catalogue. */
export function isInPartition(serviceId: string, partition: Partition): boolean {
  return !ABSENT[partition].has(serviceId);
}

/** Every id that some partition is said to lack. */
export function listAbsentServices(): readonly string[] {
  return Object.values(ABSENT).flatMap((ids) => [...ids]);
}
