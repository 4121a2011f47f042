import { defaultProfileName } from "#lib/credentials/profile-name";
import { code, note, section, text } from "../blocks";
import { exampleRole } from "../help-facts";
import type { HelpSource } from "../say";

const JAVASCRIPT = `import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const client = new STSClient({});
console.log((await client.send(new GetCallerIdentityCommand({}))).Arn);`;

const PYTHON = `import boto3

print(boto3.client("sts").get_caller_identity()["Arn"])`;

const GO = `package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	me, err := sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*me.Arn)
}`;

const JAVA = `import software.amazon.awssdk.services.sts.StsClient;

public class WhoAmI {
    public static void main(String[] args) {
        try (StsClient sts = StsClient.create()) {
            System.out.println(sts.getCallerIdentity().arn());
        }
    }
}`;

const containerLines = (portalUrl: string) =>
  [
    `AWS_CONTAINER_CREDENTIALS_FULL_URI=${portalUrl}/api/container-credentials`,
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/run/secrets/aws-lease",
  ].join("\n");

export function sdks({ facts, say }: HelpSource) {
  const run = `AWS_PROFILE=${defaultProfileName(exampleRole(facts))} python who_am_i.py`;
  return [
    section("chain", say("sdks.chain.title"), text(say("sdks.chain.text"))),
    section(
      "javascript",
      say("sdks.javascript.title"),
      code("JavaScript", JAVASCRIPT),
      note(say("sdks.javascript.note")),
    ),
    section(
      "python",
      say("sdks.python.title"),
      code("Python", PYTHON),
      code("AWS_PROFILE", run),
      note(say("sdks.python.note")),
    ),
    section("go", say("sdks.go.title"), code("Go", GO)),
    section("java", say("sdks.java.title"), code("Java", JAVA)),
    section(
      "containers",
      say("sdks.containers.title"),
      text(say("sdks.containers.text")),
      code("AWS_CONTAINER_CREDENTIALS_FULL_URI", containerLines(facts.portalUrl)),
      note(say("sdks.containers.note")),
    ),
    section("long", say("sdks.long.title"), text(say("sdks.long.text"))),
  ];
}
