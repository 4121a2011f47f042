import { createQueryService } from "../query/service";
import { getRole } from "./get-role";
import { getUser } from "./get-user";
import { listRoles } from "./list-roles";

export const iam = createQueryService({
  version: "2010-05-08",
  namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
  actions: { GetRole: getRole, GetUser: getUser, ListRoles: listRoles },
});
