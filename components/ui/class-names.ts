import { cx } from "class-variance-authority";

/**
 * Joins class names. Two for one property are not told apart: the stylesheet's order decides, not the order here. What a
 * component may be asked to look like is a variant of it, never a class against its own.
 */
export const cn = cx;
