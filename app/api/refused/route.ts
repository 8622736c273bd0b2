import { refuseRequest } from "@/lib/auth/refuse-request";

/** Where proxy.ts sends what it refuses, whatever the method: the proxy itself knows no database. */
export {
  refuseRequest as DELETE,
  refuseRequest as GET,
  refuseRequest as HEAD,
  refuseRequest as OPTIONS,
  refuseRequest as PATCH,
  refuseRequest as POST,
  refuseRequest as PUT,
};
