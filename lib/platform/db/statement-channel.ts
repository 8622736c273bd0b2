import { channel } from "node:diagnostics_channel";

/**
 * Every statement of every client, as it goes to the server (BEGIN, COMMIT and ROLLBACK are the driver's own and not
 * among them). Costs nothing while nobody subscribes. For counting and tracing: the text holds no values but ids.
 */
export const statementChannel = channel("public-access-for-matomo:statement");
