/**
 * A name for each of `names` that is made of ASCII letters and digits alone and begins with a letter, as CloudFormation's
 * logical ids have to; different names get different ones.
 */
export function toLogicalNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[^A-Za-z0-9]+/g, "").slice(0, 64);
    const base = /^[A-Za-z]/.test(plain) ? plain : `Role${plain}`;
    let logical = base;
    for (let nth = 2; taken.has(logical.toLowerCase()); nth++) logical = `${base}N${nth}`;
    taken.add(logical.toLowerCase());
    return logical;
  });
}

/** `PaymentsDeveloper` as `payments_developer`, which is how Terraform writes names. */
export const toSnakeCase = (logical: string): string => logical.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
