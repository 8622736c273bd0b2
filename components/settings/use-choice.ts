"use client";

import { useState } from "react";

/** What is chosen and not saved yet. As soon as something else is saved, by whomever, that is what is chosen. */
export function useChoice<V>(saved: V): [V, (next: V) => void] {
  const [state, setState] = useState({ saved, chosen: saved });
  const chosen = state.saved === saved ? state.chosen : saved;
  return [chosen, (next) => setState({ saved, chosen: next })];
}
