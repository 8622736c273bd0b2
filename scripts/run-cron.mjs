const MINUTE_MS = 60_000;
const JOBS = [
  { path: "/api/cron/watch", everyMinutes: 1 },
  { path: "/api/cron/reminders", everyMinutes: 10 },
  { path: "/api/cron/deliver", everyMinutes: 1 },
  { path: "/api/cron/probe", everyMinutes: 10 },
];

/**
 * Calls the portal's cron routes as an operator's crontab would: once at the start, then at their intervals. Silent;
 * a call that fails is made again at the next minute, as with cron.
 */
export function runCron(address, secret) {
  let minute = 0;
  const ending = new AbortController();

  async function tick() {
    for (const job of JOBS) {
      if (minute % job.everyMinutes !== 0) continue;
      await fetch(address + job.path, {
        headers: { Authorization: `Bearer ${secret}` },
        signal: AbortSignal.any([ending.signal, AbortSignal.timeout(50_000)]),
      })
        .then((answer) => answer.arrayBuffer())
        .catch(() => {});
    }
    minute++;
  }

  const timer = setInterval(tick, MINUTE_MS);
  tick();
  return {
    stop() {
      clearInterval(timer);
      ending.abort();
    },
  };
}
