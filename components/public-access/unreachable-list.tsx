import { grouped } from "@/components/ui/plural";
import type { Consequences } from "@/lib/public-access/schema";

const NAMED = 10;

/** Super Users who would not hear, each with why. */
export function UnreachableList({ unreachable }: Pick<Consequences, "unreachable">) {
  const more = unreachable.length - NAMED;
  return (
    <ul>
      {unreachable.slice(0, NAMED).map(({ login, why }) => (
        <li key={login} className="break-words">
          <bdi>{login}</bdi>: {why}
        </li>
      ))}
      {more > 0 && <li>and {grouped(more)} more</li>}
    </ul>
  );
}
