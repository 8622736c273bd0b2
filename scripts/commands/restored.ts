import { announceRestore } from "@/lib/domain/continuity/announce-restore";
import { command } from "@/scripts/command";

export default command({
  usage: `bin/public-access restored

Run it once after the tables of Public Access were loaded from a back-up, before the server starts. It says in the
activity log that what came after its newest entry is gone, and queues a mail to every Super User with what is public
now. From then on mails are those of a new installation; those that were waiting in the back-up stay what they are.

  --help  print this`,
  options: {},
  config: "whole",
  failed: 1,
  run: async () => {
    await announceRestore();
    console.log("Every Super User is notified of the restore and of what is public now.");
  },
});
