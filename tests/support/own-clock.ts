// A portal process that does nothing but its own jobs (CRON=internal), ticking every second. With "stay" it is kept
// alive by something else, as a server is; without, nothing but its clocks could keep it alive.
import { startInternalCron } from "@/lib/jobs/internal-cron";

startInternalCron(() => "* * * * * *");
if (process.argv[2] === "stay") setInterval(() => {}, 1_000);
process.stdout.write("started\n");
