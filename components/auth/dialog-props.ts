import type { Viewer } from "@/lib/auth/schema";

/** What every dialog of a page that changes something is given. */
export type ChangeDialogProps = {
  viewer: Viewer;
  onClose: () => void;
  /** it was done: the dialog is to go away */
  onDone: () => void;
  /** read again what is shown: it was done, or it is not what it was */
  onChanged: () => void | Promise<void>;
  returnFocus: () => HTMLElement | null;
};
