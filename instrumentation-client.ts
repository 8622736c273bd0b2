import { config } from "zod/v4/core";

// Runs in the browser before anything of a page. Without it, the first validator that is loaded tries whether it may make
// code from text; it may not, and the browser reports that as a breach of the page's policy.
config({ jitless: true });
