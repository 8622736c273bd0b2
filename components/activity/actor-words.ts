import type { Actor, JobName } from "@/lib/audit/schema";

const JOBS: Record<JobName, string> = {
  watch: "The watch",
  deliver: "The delivery",
  reminders: "The reminder job",
  migrate: "The set-up of the portal",
};

export function actorWords(actor: Actor): string {
  switch (actor.type) {
    case "superUser":
      return actor.login;
    case "system":
      return JOBS[actor.job];
    case "visitor":
      return "Somebody not signed in";
  }
}
