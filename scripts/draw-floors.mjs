const WIDTH = 118;

/** The room that a file stands in: its folder on a floor of lib or in components, or the floor itself. */
const roomOf = (file) => {
  const folders = file.split("/").slice(0, -1);
  return folders.slice(0, folders[0] === "lib" ? 3 : 2).join("/");
};

/**
 * The floors as text, highest first, each with its rooms and the floors that it uses.
 * @param {Record<string, string>} floors what each floor is, by its name, lowest first
 * @param {[string, string][]} imports [from, to] of every import between files of lib
 */
export function drawFloors(floors, imports) {
  const names = Object.keys(floors);
  const blocks = names.map((floor) => {
    const own = (file) => file.startsWith(`lib/${floor}/`);
    const inside = imports.filter(([from, to]) => own(from) && own(to));
    const rooms = new Set(imports.flat().filter(own).map(roomOf));
    const used = names.filter((other) => imports.some(([from, to]) => own(from) && to.startsWith(`lib/${other}/`)));
    const below = used.filter((other) => other !== floor).reverse();
    return [
      `${floor.padEnd(11)}${floors[floor]}`,
      ...wrapped(
        inOrder(rooms, inside)
          .map((room) => room.split("/")[2] ?? "")
          .filter(Boolean),
      ),
      ...(below.length > 0 ? [`           -> ${below.join(", ")}`] : []),
    ].join("\n");
  });
  return blocks.reverse().join("\n\n");
}

/**
 * The rooms of components as text, each before those that it uses.
 * @param {[string, string][]} imports [from, to] of every import between files of components
 */
export function drawComponents(imports) {
  const names = inOrder(new Set(imports.flat().map(roomOf)), imports).map((room) => room.split("/")[1]);
  return ["components what a person sees: a room is a page, or what several pages show", ...wrapped(names)].join("\n");
}

/** Each room before those that it uses; else by name. */
function inOrder(rooms, imports) {
  const arrows = imports.map((pair) => pair.map(roomOf)).filter(([from, to]) => from !== to);
  const left = new Set([...rooms].sort());
  const placed = [];
  while (left.size > 0) {
    const next = [...left].find((room) => !arrows.some(([from, to]) => to === room && left.has(from)));
    if (next === undefined) return [...placed, ...left];
    left.delete(next);
    placed.push(next);
  }
  return placed;
}

function wrapped(words) {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`           ${word}`);
  }
  return lines;
}
