import type { ReactNode } from "react";

/** Whose they are, said to those who hear the link alone: the tags of its words. */
export const whose = {
  rest: (words: ReactNode) => <span className="sr-only">{words}</span>,
  name: (words: ReactNode) => <bdi>{words}</bdi>,
};
