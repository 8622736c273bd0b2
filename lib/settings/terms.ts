/** So many addresses can be told besides the Super Users. */
export const EXTRA_RECIPIENTS_MAX = 10;
