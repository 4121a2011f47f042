type ConsoleFieldsProps = {
  readonly account: { readonly accountId: string };
  readonly role: { readonly roleName: string };
  readonly region: string;
  readonly destination: string | null;
  readonly signOutFirst?: boolean;
  readonly resume?: string | null;
};

/** What `POST /api/console` is told, but for how the session is to be. */
export function ConsoleFields({ account, role, region, destination, signOutFirst, resume = null }: ConsoleFieldsProps) {
  const fields = {
    accountId: account.accountId,
    roleName: role.roleName,
    region,
    destination,
    signOutFirst: signOutFirst === true ? "true" : null,
    resume,
  };
  return Object.entries(fields).map(([name, value]) =>
    value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
