import { createQueryService } from "../query/service";
import { getRole } from "./get-role";
import { listRoles } from "./list-roles";

export const iam = createQueryService({
  version: "2010-05-08",
  namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
  actions: { GetRole: getRole, ListRoles: listRoles },
});
