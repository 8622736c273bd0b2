/** Sentences for the operator. A problem keeps the portal from its work, a warning does not. */
export type Findings = { problems: string[]; warnings: string[] };
