type Tone = { ground: string; ink: string };

/** Colours of one scheme. Each ink is readable (4.5:1 or more) on every ground it is used on. */
export type Palette = {
  canvas: string;
  card: string;
  care: string;
  ink: string;
  muted: string;
  rule: string;
  link: string;
  button: Tone;
  tones: Record<ToneName, Tone>;
};

/** What a mail is about, as a colour: opened, closed, by an unknown hand, or for your knowledge. */
export type ToneName = "opened" | "closed" | "outside" | "calm";

export const light: Palette = {
  canvas: "#f3f4f6",
  card: "#ffffff",
  care: "#f6f7f9",
  ink: "#15181e",
  muted: "#59616f",
  rule: "#e2e5ea",
  link: "#1f4bc4",
  button: { ground: "#15181e", ink: "#ffffff" },
  tones: {
    opened: { ground: "#fdeedd", ink: "#8f3a0c" },
    closed: { ground: "#e3f4e9", ink: "#14603a" },
    outside: { ground: "#fce6e5", ink: "#a51d16" },
    calm: { ground: "#e8eefc", ink: "#234299" },
  },
};

export const dark: Palette = {
  canvas: "#0e1014",
  card: "#171a20",
  care: "#1f232b",
  ink: "#eceef2",
  muted: "#a4acba",
  rule: "#2c313b",
  link: "#9cb9ff",
  button: { ground: "#eceef2", ink: "#15181e" },
  tones: {
    opened: { ground: "#3b2414", ink: "#fdba74" },
    closed: { ground: "#12301f", ink: "#86e0ac" },
    outside: { ground: "#421b1b", ink: "#fda4a0" },
    calm: { ground: "#1b2748", ink: "#a9c1ff" },
  },
};

export const fonts = {
  text: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
};

const paint = (palette: Palette) =>
  [
    `.canvas{background-color:${palette.canvas}!important}`,
    `.card{background-color:${palette.card}!important;border-color:${palette.rule}!important}`,
    `.care{background-color:${palette.care}!important}`,
    `.ink{color:${palette.ink}!important}`,
    `.muted{color:${palette.muted}!important}`,
    `.rule{border-color:${palette.rule}!important}`,
    `.link{color:${palette.link}!important}`,
    `.button{background-color:${palette.button.ground}!important;color:${palette.button.ink}!important}`,
    ...Object.entries(palette.tones).map(
      ([name, tone]) => `.tone-${name}{background-color:${tone.ground}!important;color:${tone.ink}!important}`,
    ),
  ].join("");

/** The style sheet of every mail: dark scheme and narrow screens. Light and wide are inline, for clients that drop it. */
export const styleSheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `@media (prefers-color-scheme:dark){${paint(dark)}}`,
  "@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.edge{padding-left:0!important;padding-right:0!important}.frame{border-radius:0!important;border-left-width:0!important;border-right-width:0!important}.headline{font-size:24px!important;line-height:30px!important}.wide{display:block!important;text-align:center!important}}",
].join("");
