// Part of `npm run lint`: every import keeps to .dependency-cruiser.mjs, and docs/architecture.md shows the floors as they
// are. `node scripts/floors.mjs --draw` draws them anew.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkFloors } from "./check-floors.mjs";
import { drawComponents, drawFloors } from "./draw-floors.mjs";

const root = path.join(import.meta.dirname, "..");
const page = path.join(root, "docs/architecture.md");
const [BEGIN, END] = ["<!-- floors: drawn by node scripts/floors.mjs --draw -->\n", "\n<!-- /floors -->"];

const { floors, broken, said, imports } = await checkFloors(root);
if (broken.length > 0) {
  console.error(said);
  process.exitCode = 1;
}

const text = readFileSync(page, "utf8");
if (!text.includes(BEGIN) || !text.includes(END)) throw new Error("docs/architecture.md has no place for the floors");
const within = (folder) => imports.filter((pair) => pair.every((file) => file.startsWith(folder)));
const drawing = `${drawComponents(within("components/"))}\n\n${drawFloors(floors, within("lib/"))}`;
const picture = `${BEGIN}\n\`\`\`text\n${drawing}\n\`\`\`\n${END}`;
const drawn = text.slice(0, text.indexOf(BEGIN)) + picture + text.slice(text.indexOf(END) + END.length);
if (process.argv.includes("--draw")) writeFileSync(page, drawn);
else if (broken.length === 0 && drawn !== text) {
  console.error("docs/architecture.md shows other floors than there are. Draw them: node scripts/floors.mjs --draw");
  process.exitCode = 1;
}
