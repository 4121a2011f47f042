import { expect, test } from "vitest";
import { listSamlPersonKeys, readAwsAttributes } from "./aws-attributes";

const AWS = "https://aws.amazon.com/SAML/Attributes";

test("an assertion's session name, source identity, tags and transitive keys are read by their names on the wire", () => {
  const attributes = {
    [`${AWS}/RoleSessionName`]: ["ada"],
    [`${AWS}/SourceIdentity`]: ["ada@example.com"],
    [`${AWS}/PrincipalTag:Team`]: ["payments"],
    [`${AWS}/PrincipalTag:Empty`]: [],
    [`${AWS}/TransitiveTagKeys`]: ["Team"],
    [`${AWS}/principaltag:Team`]: ["names are case-sensitive"],
    mail: ["ada@example.com"],
  };
  expect(readAwsAttributes(attributes)).toEqual({
    roleSessionName: "ada",
    sourceIdentity: "ada@example.com",
    sessionTags: [{ key: "Team", value: "payments" }],
    transitiveTagKeys: ["Team"],
  });
});

test("an assertion without any has none", () => {
  expect(readAwsAttributes({})).toEqual({
    roleSessionName: null,
    sourceIdentity: null,
    sessionTags: [],
    transitiveTagKeys: [],
  });
});

test("only the attributes that IAM knows become condition keys", () => {
  const attributes = { mail: ["a"], groups: ["admins"], eduPersonAffiliation: ["staff"], cn: ["Ada", "A."] };
  expect(listSamlPersonKeys(attributes)).toEqual({
    "saml:mail": ["a"],
    "saml:eduPersonAffiliation": ["staff"],
    "saml:cn": ["Ada", "A."],
  });
});
