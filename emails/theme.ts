/** Colours of one scheme. Each ink is readable (4.5:1 or more) on every ground it is used on. */
export type Palette = {
  canvas: string;
  card: string;
  ink: string;
  muted: string;
  rule: string;
  link: string;
  button: { ground: string; ink: string };
  tones: Record<ToneName, string>;
};

/** What a mail is about, as a colour: opened, closed, by an unknown hand, or for your knowledge. */
export type ToneName = "opened" | "closed" | "outside" | "calm";

export const light: Palette = {
  canvas: "#f3f4f6",
  card: "#ffffff",
  ink: "#15181e",
  muted: "#59616f",
  rule: "#e2e5ea",
  link: "#1f4bc4",
  button: { ground: "#15181e", ink: "#ffffff" },
  tones: {
    opened: "#8f3a0c",
    closed: "#14603a",
    outside: "#a51d16",
    calm: "#234299",
  },
};

export const dark: Palette = {
  canvas: "#0e1014",
  card: "#171a20",
  ink: "#eceef2",
  muted: "#a4acba",
  rule: "#2c313b",
  link: "#9cb9ff",
  button: { ground: "#eceef2", ink: "#15181e" },
  tones: {
    opened: "#fdba74",
    closed: "#86e0ac",
    outside: "#fda4a0",
    calm: "#a9c1ff",
  },
};

export const fonts = {
  text: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
};

const paint = (palette: Palette) =>
  [
    `.canvas{background-color:${palette.canvas}!important}`,
    `.card{background-color:${palette.card}!important;border-color:${palette.rule}!important}`,
    `.ink{color:${palette.ink}!important}`,
    `.muted{color:${palette.muted}!important}`,
    `.rule{border-color:${palette.rule}!important}`,
    `.link{color:${palette.link}!important}`,
    `.button{background-color:${palette.button.ground}!important;color:${palette.button.ink}!important}`,
    `.alarm{color:${palette.tones.outside}!important}`,
    ...Object.entries(palette.tones).map(([name, tone]) => `.tone-${name}{border-top-color:${tone}!important}`),
  ].join("");

/** The style sheet of every mail: dark scheme and narrow screens. Light and wide are inline, for clients that drop it. */
export const styleSheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `@media (prefers-color-scheme:dark){${paint(dark)}}`,
  "@media (max-width:480px){.card .pad{padding:20px 20px 14px!important}}",
].join("");
