"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

/** One step: its heading, which has the focus when the step appears, and what belongs to it. */
export function StepFrame({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What led here went away with its step. Whoever is elsewhere on the page by now is left there.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-4 shadow-lift sm:p-6"
    >
      <h2 id={id} ref={heading} tabIndex={-1} className="scroll-mt-20 font-semibold text-lg leading-snug">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The ways back and on; on a narrow screen the way on is above. */
export function StepButtons({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse gap-2 border-line border-t pt-4 sm:flex-row sm:justify-end">{children}</div>
  );
}
