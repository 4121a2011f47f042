import { Scalar, YAMLSeq } from "yaml";
import type { NameOwn } from "./policy-document";

/** A short-form function of CloudFormation with one text: `!Ref Name`. */
function tagged(tag: string, text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.tag = tag;
  return scalar;
}

export const ref = (name: string): Scalar<string> => tagged("!Ref", name);

/** `!Equals [!Ref Name, value]` */
export function isEqual(name: string, value: string): YAMLSeq {
  const list = new YAMLSeq();
  list.tag = "!Equals";
  list.flow = true;
  list.items = [ref(name), new Scalar(value)];
  return list;
}

/** Names a resource of whichever account the stack is in. `${!` is how Fn::Sub leaves a `${` alone. */
export const nameInStack: NameOwn<Scalar<string>> = ({ service, resource }) =>
  tagged("!Sub", `arn:\${AWS::Partition}:${service}::\${AWS::AccountId}:${resource.replaceAll("${", "${!")}`);
