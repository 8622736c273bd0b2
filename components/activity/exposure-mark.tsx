import { type SymbolType, symbol, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { MarkKind } from "./exposure-picture";

const AREA = 56;

/** Different shapes, so that they are told apart without colour. */
const STYLES: Record<MarkKind, { shape: SymbolType; style: string; turned?: true }> = {
  "made-public": { shape: symbolTriangle, style: "fill-danger" },
  "made-private": { shape: symbolTriangle, style: "fill-calm", turned: true },
  outside: { shape: symbolDiamond, style: "fill-caution stroke-ink" },
  locked: { shape: symbolSquare, style: "fill-ink" },
};

/** The mark of a kind of change, around the point given. */
export function ExposureMark({ kind, x, y }: { kind: MarkKind; x: number; y: number }) {
  const { shape, style, turned } = STYLES[kind];
  return (
    <path
      d={symbol(shape, AREA)() ?? ""}
      transform={`translate(${x} ${y})${turned ? " rotate(180)" : ""}`}
      className={style}
    />
  );
}
