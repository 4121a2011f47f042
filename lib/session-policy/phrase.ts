/** Everything that this room has to say about a scope or a policy; the words are in the messages, under `scope.phrases`. */
export type PhraseKey =
  | "nothingYet"
  | "tooLong"
  | "tooLongMinified"
  | "notObject"
  | "letters"
  | "notClosed"
  | "tooDeep"
  | "endsEarly"
  | "extraComma"
  | "unexpected"
  | "unexpectedQuote"
  | "unexpectedCurly"
  | "unexpectedComment"
  | "missingBefore"
  | "twice"
  | "notElement"
  | "noPrincipal"
  | "needsStatement"
  | "noStatements"
  | "statementObject"
  | "allowsNothing"
  | "noVersion"
  | "version"
  | "needs"
  | "notBoth"
  | "needsEffect"
  | "effect"
  | "sid"
  | "sidTwice"
  | "noActions"
  | "actionText"
  | "actionWildcard"
  | "actionService"
  | "action"
  | "noResources"
  | "resourceText"
  | "resource"
  | "resourcePartition"
  | "conditionObject"
  | "operator"
  | "operatorObject"
  | "conditionKey"
  | "conditionValue"
  | "foreignRegion"
  | "notTime"
  | "timeOver"
  | "afterSession"
  | "ownPolicies"
  | "line"
  | "addressUnknown"
  | "addressPrivate"
  | "policyTooLong"
  | "policyTooLongCustom"
  | "noneAllowed"
  | "otherRegion"
  | "unknownService"
  | "unknownServiceReadOnly"
  | "ipv6";

/** What to say, so that each language can say it. `of` is what it is about: the first problem of a policy in a field. */
export type Phrase = {
  readonly key: PhraseKey;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly of?: Phrase;
};

export const phrase = (key: PhraseKey, values: Readonly<Record<string, string | number>> = {}): Phrase => ({
  key,
  values,
});

type Words = (key: PhraseKey, values?: Record<string, string | number>) => string;

/** The phrase in the language of `t`, which is that of `scope.phrases`. */
export function sayPhrase(t: Words, { key, values, of }: Phrase): string {
  return t(key, { ...values, ...(of === undefined ? {} : { of: sayPhrase(t, of) }) });
}
