import { recoveryCodesOf } from "@/prisma/seed/recovery-codes";

/** A person of the demo. Login, password and name are made up; every address ends in nordlicht.example. */
export type UserSeed = {
  login: string;
  password: string;
  algorithm: "bcrypt" | "argon2id";
  isSuperUser: boolean;
  /** Matomo's code; '' is what Matomo stores when only the clock was chosen; null = no row */
  language: string | null;
  use12HourClock?: boolean;
  registeredDaysAgo: number;
  passwordDaysAgo: number;
  /** base32 as Matomo keeps it (docs/matomo.md#second-factor); absent without two-factor authentication */
  totpSecret?: string;
};

export const users: readonly UserSeed[] = [
  superUser("anna.berg", "nordlicht-anna", "bcrypt", "en", 2_610, 212),
  superUser("jonas.holm", "nordlicht-jonas", "bcrypt", "en", 2_204, 95),
  superUser("samira.haddad", "nordlicht-samira", "argon2id", "ar", 1_310, 31),
  { ...superUser("henrik.dahl", "nordlicht-henrik", "bcrypt", "en", 1_480, 160), totpSecret: "NORDLICHT2HAFEN7" },
  ordinary("mira.lund", "nordlicht-mira", "de", 1_987, 401),
  ordinary("tom.petersen", "nordlicht-tom", "de", 1_650, 1_650),
  ordinary("aylin.kaya", "nordlicht-aylin", "tr", 1_122, 63),
  ordinary("jürgen.voß", "nordlicht-juergen", "de", 2_455, 730),
  ordinary("o_neill", "nordlicht-oneill", "en", 803, 803),
  ordinary("omar.farouk", "nordlicht-omar", "ar", 540, 12),
  ordinary("kim.tran", "nordlicht-kim", "", 377, 377),
  ordinary("lea.nielsen", "nordlicht-lea", null, 98, 98),
];

/** A Super User when the portal came, who has left since: Matomo knows nothing of him any more. */
export const formerSuperUser = superUser("peter.krull", "nordlicht-peter", "bcrypt", "de", 2_580, 900);

/** Invited as a Super User, has not accepted yet: may not sign in and hears of nothing. */
export const pendingInvite = {
  login: "nora.winter",
  invitedBy: "anna.berg",
  invitedDaysAgo: 2,
  expiresInDays: 5,
} as const;

/** A login to try. With two-factor authentication: the authenticator app's secret, and codes that serve once each. */
type DemoLogin = {
  login: string;
  password: string;
  who: string;
  totpSecret?: string;
  recoveryCodes?: readonly string[];
};

/** The logins to try in the demo, as the start script prints them. */
export const demoLogins: readonly DemoLogin[] = [
  tryAs("anna.berg", "Super User"),
  tryAs("jonas.holm", "Super User"),
  tryAs("samira.haddad", "Super User, reads Arabic"),
  tryAs("henrik.dahl", "Super User with two-factor authentication"),
  tryAs("mira.lund", "is refused: not a Super User"),
];

/** The address of a login: `jürgen.voß` gives `juergen.voss@nordlicht.example`. */
export function addressOf(login: string): string {
  const ascii = login.replace(/ü/g, "ue").replace(/ß/g, "ss").replace(/_/g, ".");
  return `${ascii}@nordlicht.example`;
}

function superUser(
  login: string,
  password: string,
  algorithm: UserSeed["algorithm"],
  language: string,
  registeredDaysAgo: number,
  passwordDaysAgo: number,
): UserSeed {
  return { login, password, algorithm, isSuperUser: true, language, registeredDaysAgo, passwordDaysAgo };
}

function ordinary(
  login: string,
  password: string,
  language: string | null,
  registeredDaysAgo: number,
  passwordDaysAgo: number,
): UserSeed {
  const use12HourClock = language === "";
  const algorithm = "bcrypt";
  return {
    login,
    password,
    algorithm,
    isSuperUser: false,
    language,
    use12HourClock,
    registeredDaysAgo,
    passwordDaysAgo,
  };
}

function tryAs(login: string, who: string): DemoLogin {
  const user = users.find((candidate) => candidate.login === login);
  if (!user) throw new Error(`The demo has no user called ${login}.`);
  const { password, totpSecret } = user;
  return totpSecret
    ? { login, password, who, totpSecret, recoveryCodes: recoveryCodesOf(login) }
    : { login, password, who };
}
