"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/input";

const PAUSE_MS = 200;

type SearchFieldProps = { value: string; loading: boolean; onSearch: (text: string) => void };

/** Searches while typing, after a short pause. Follows `value` when it is changed from elsewhere (back, clear). */
export function SearchField({ value, loading, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (value === sent.current) return;
    clearTimeout(timer.current);
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(next: string, pause: number) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next;
      onSearch(next);
    }, pause);
  }

  return (
    <search className="relative block w-full sm:max-w-sm">
      <Search className="absolute top-3 left-3 size-4 text-ink-faint" aria-hidden="true" />
      <Input
        type="search"
        aria-label="Search sites by name, address or id"
        placeholder="Search by name, address or id"
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        className="px-9 [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => search(event.target.value, PAUSE_MS)}
      />
      <span className="absolute inset-y-1 right-1 grid w-8 place-items-center text-ink-faint">
        {loading ? (
          <LoaderCircle className="size-4 animate-spin" aria-hidden="true" />
        ) : (
          text && (
            <button
              type="button"
              aria-label="Clear the search"
              className="grid size-8 place-items-center rounded-md hover:bg-surface-sunken hover:text-ink"
              onClick={() => search("", 0)}
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          )
        )}
      </span>
    </search>
  );
}
