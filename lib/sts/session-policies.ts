import "server-only";
/** What narrows a session: an inline policy as JSON, at most 2,048 characters, and up to ten managed ones. */
export type SessionPolicies = {
  readonly policy: string | null;
  readonly policyArns: readonly string[];
};

/** As the parameters that every call has in common; none when there is nothing to narrow by. */
export const sessionPolicies = ({ policy, policyArns }: SessionPolicies) => ({
  ...(policy === null ? {} : { Policy: policy }),
  ...(policyArns.length === 0 ? {} : { PolicyArns: policyArns.map((arn) => ({ arn })) }),
});
