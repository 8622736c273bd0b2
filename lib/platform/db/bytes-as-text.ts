import { ColumnTypeEnum, type SqlResultSet } from "@prisma/driver-adapter-utils";

/**
 * An answer in which bytes are read as the UTF-8 text that they are. A dump that went through binary leaves LONGBLOB,
 * VARBINARY or a binary character set where Matomo had text, and the portal keeps no bytes of its own. What is not valid
 * UTF-8 comes with U+FFFD in its place: one such value must not take a page away.
 */
export function bytesAsText(answer: SqlResultSet): SqlResultSet {
  const places = answer.columnTypes.flatMap((type, place) => (type === ColumnTypeEnum.Bytes ? [place] : []));
  if (places.length === 0) return answer;
  const isBytes = new Set(places);
  return {
    ...answer,
    columnTypes: answer.columnTypes.map((type, place) => (isBytes.has(place) ? ColumnTypeEnum.Text : type)),
    rows: answer.rows.map((row) => row.map((value, place) => (isBytes.has(place) ? textOf(value) : value))),
  };
}

/** Drivers give bytes as a view, a buffer or a list of numbers. */
function textOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
  return value instanceof ArrayBuffer || isByteList(value) ? Buffer.from(new Uint8Array(value)).toString() : value;
}

function isByteList(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((byte) => typeof byte === "number");
}
