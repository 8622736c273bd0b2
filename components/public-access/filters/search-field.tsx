"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { MAX_SEARCH_LENGTH } from "@/lib/domain/publications/terms";

const PAUSE_MS = 250;

type SearchFieldProps = {
  value: string;
  loading: boolean;
  onSearch: (text: string) => void;
  /** the arrow that points to the list was pressed */
  onLeave: () => void;
  inputRef: RefObject<HTMLInputElement | null>;
};

/**
 * Searches while typing, after a short pause. Follows `value` when it is changed from elsewhere (back, clear). The text
 * is the field's own, so that what was typed before the page could hear of it is searched for, too.
 */
export function SearchField({ value, loading, onSearch, onLeave, inputRef }: SearchFieldProps) {
  const t = useTranslations("publicAccess.search");
  const [isEmpty, setIsEmpty] = useState(value === "");
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (value === sent.current) return;
    clearTimeout(timer.current);
    pending.current = null;
    sent.current = value;
    if (inputRef.current) inputRef.current.value = value;
    setIsEmpty(value === "");
  }, [value, inputRef]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(next: string, pause: number) {
    setIsEmpty(next === "");
    clearTimeout(timer.current);
    pending.current = () => {
      clearTimeout(timer.current);
      pending.current = null;
      sent.current = next.trim();
      onSearch(next.trim());
    };
    timer.current = setTimeout(pending.current, pause);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page begins to hear what is typed
  useEffect(() => {
    const typed = inputRef.current?.value ?? "";
    if (typed.trim() !== sent.current) search(typed, 0);
  }, []);

  function empty() {
    if (inputRef.current) inputRef.current.value = "";
    search("", 0);
  }

  return (
    <search className="relative block min-w-0 flex-1 sm:max-w-sm">
      <Search className="absolute start-3 top-2.5 size-4 text-ink-faint" aria-hidden="true" />
      <Input
        ref={inputRef}
        type="search"
        aria-label={t("placeholder")}
        aria-keyshortcuts="/"
        placeholder={t("placeholder")}
        defaultValue={value}
        maxLength={MAX_SEARCH_LENGTH}
        autoComplete="off"
        spellCheck={false}
        className="min-h-9! px-9 py-1.5! [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => search(event.target.value, PAUSE_MS)}
        // Before what is pressed next: a search that came after it would take its navigation back.
        onBlur={() => pending.current?.()}
        onKeyDown={(event) => {
          // Rows that are about to be replaced would take the focus away with them.
          if (event.key === "ArrowDown" && !loading) (pending.current ?? onLeave)();
          if (event.key !== "Escape" || isEmpty) return;
          event.preventDefault();
          empty();
        }}
      />
      <span className="absolute inset-y-0.5 end-1 grid w-8 place-items-center text-ink-faint">
        {loading ? (
          <LoaderCircle className="size-4 animate-spin motion-reduce:animate-none" aria-hidden="true" />
        ) : (
          !isEmpty && (
            <button
              type="button"
              aria-label={t("clear")}
              className="grid size-8 place-items-center rounded-md hover:bg-surface-sunken hover:text-ink"
              onClick={empty}
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          )
        )}
      </span>
    </search>
  );
}
