import { allProblems, OIDC, type Source } from "./problems";

/** In the place of what is bad and cannot be left out. Nothing of it is ever connected to. */
const STAND_INS: Source = {
  DATABASE_URL: "file:stand-in.invalid",
  MATOMO_URL: "https://matomo.stand-in.invalid",
  NEXTAUTH_URL: "https://stand-in.invalid",
  NEXTAUTH_SECRET: "stand-in".repeat(4),
  CRON_SECRET: "stand-in".repeat(4),
  MAIL_TRANSPORT: "mailbox",
  MAIL_FROM: "stand-in@stand-in.invalid",
  MAILBOX_DIR: "stand-in.invalid",
  SMTP_URL: "smtp://stand-in.invalid",
  RESEND_API_KEY: "stand-in",
  ALERT_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
};

/** `source` with stand-ins for its bad variables: it parses. */
export function withStandIns(source: Source): Source {
  let sound = source;
  // A stand-in can ask for another: MAIL_TRANSPORT=mailbox for a MAILBOX_DIR.
  for (let round = 0; round < 3; round += 1) {
    const bad = [...allProblems(sound).keys()];
    const left = bad.some((name) => name.startsWith("OIDC_")) ? [...bad, ...OIDC] : bad;
    sound = { ...sound, ...Object.fromEntries(left.map((name) => [name, STAND_INS[name]])) };
  }
  return sound;
}
