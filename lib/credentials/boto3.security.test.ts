import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { boto3 } from "./boto3";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import { json } from "./json";

/** Runs each script from a UTF-8 file's bytes, as Python reads one, with a boto3 that only remembers what it was given. */
const RUN_WITH_STAND_IN = `
import contextlib, io, json, sys, types
seen = []
class Session:
    def __init__(self, **given): seen.append(given)
    def client(self, service): return self
    def get_caller_identity(self): return {"Arn": "arn:aws:sts::123456789012:assumed-role/Developer/ada"}
sys.modules["boto3"] = types.SimpleNamespace(Session=Session)
printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    for script in json.load(sys.stdin): exec(compile(script.encode(), "pasted.py", "exec"), {})
print(json.dumps([seen, len(printed.getvalue().splitlines())]))
`;

const READ_JSON = "import json, sys; print(json.dumps([json.loads(text) for text in json.load(sys.stdin)]))";

function runPython(program: string, texts: readonly string[]): unknown {
  const options = { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 26 } as const;
  return JSON.parse(execFileSync("python3", ["-X", "utf8", "-c", program], options));
}

describe("syntax escape in what Python reads", () => {
  it("the boto3 script gives the session each value literally and runs nothing else", () => {
    const expected = HOSTILE_INPUTS.map(listSecrets).map(([accessKeyId, secretAccessKey, sessionToken, region]) => ({
      aws_access_key_id: accessKeyId,
      aws_secret_access_key: secretAccessKey,
      aws_session_token: sessionToken,
      region_name: region,
    }));
    const scripts = HOSTILE_INPUTS.map((input) => boto3.format(input));
    expect(runPython(RUN_WITH_STAND_IN, scripts)).toEqual([expected, HOSTILE_INPUTS.length]);
  });

  it("the JSON is read alike by Python and by JavaScript", () => {
    const blocks = HOSTILE_INPUTS.map((input) => json.format(input));
    const expected = HOSTILE_INPUTS.map(({ credentials, accountId }) => ({
      Version: 1,
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: "2099-12-31T23:59:59Z",
      AccountId: accountId,
    }));
    expect(runPython(READ_JSON, blocks)).toEqual(expected);
    expect(blocks.map((block): unknown => JSON.parse(block))).toEqual(expected);
  });
});
