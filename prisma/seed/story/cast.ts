import { CRON_JOBS, type CronJobName } from "@/lib/jobs/jobs";
import { runJob } from "@/lib/jobs/run-job";
import { plus, SECOND_MS } from "@/lib/platform/clock";
import { type ClockTime, localMoment, type Weekday, weeksAgo } from "@/prisma/seed/when";
import { storyTime } from "./clock";
import { changesInMatomo } from "./in-matomo";
import type { PassingTime } from "./passing-time";
import { Person } from "./person";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36";

const NOWHERE = { ip: null, userAgent: null };

/** Who and what the story is about, and how its time goes on. Its weeks are counted back from `now`. */
export function castOf(now: Date, time: PassingTime) {
  const goOn = async (to: Date) => {
    if (to < storyTime())
      throw new Error(`The story goes back from ${storyTime().toISOString()} to ${to.toISOString()}.`);
    await time.until(to);
  };
  const person = (login: string, ip: string, userAgent: string) => new Person(time, login, { ip, userAgent });
  return {
    time,
    /** on a weekday of the week that lies `weeks` before this one, somewhere in that minute */
    at: (weeks: number, weekday: Weekday, clock: ClockTime) =>
      goOn(plus(weeksAgo(now, weeks, weekday, clock), ((weeks * 37 + weekday.charCodeAt(1)) % 60) * SECOND_MS)),
    daysAgo: (days: number, clock: ClockTime) => goOn(localMoment(now, days, clock)),
    anna: person("anna.berg", "192.0.2.24", FIREFOX),
    jonas: person("jonas.holm", "2001:db8:17::8a2e", SAFARI),
    samira: person("samira.haddad", "198.51.100.77", CHROME),
    henrik: person("henrik.dahl", "192.0.2.31", FIREFOX),
    /** at an address that Matomo's settings block */
    stranger: person("lea.nielsen", "203.0.113.66", "python-requests/2.32.3"),
    /** whose call brings no secret */
    oldCron: { calls: (job: CronJobName) => runJob({ authorization: null, from: NOWHERE }, job, CRON_JOBS[job].work) },
    matomo: changesInMatomo(time),
  };
}
export type Cast = ReturnType<typeof castOf>;
