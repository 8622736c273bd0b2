import { Alert } from "@/components/ui/alert";
import type { SaidLine } from "@/lib/reports/doctor/schema";

/** Why nothing can be published: tables on which a transaction is none, each with the statement that converts it. */
export function EngineNotice({ lines }: { lines: readonly SaidLine[] }) {
  const [first] = lines;
  if (!first) return null;
  return (
    <Alert tone="danger" title={first.what} className="mb-5">
      <ul className="flex flex-col gap-1">
        {lines.map(({ is, todo }) => (
          <li key={is}>
            {is} {todo}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
