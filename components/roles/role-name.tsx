/** The role's name with its path, where it has one, held back. */
export function RoleName({ roleName }: { roleName: string }) {
  const nameAt = roleName.lastIndexOf("/") + 1;
  return (
    <>
      {nameAt === 0 ? null : <span className="font-normal text-faint">{roleName.slice(0, nameAt)}</span>}
      {roleName.slice(nameAt)}
    </>
  );
}
