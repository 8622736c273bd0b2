/** The longest text that a person types for others to read, in characters as people count them. */
export const MAX_TEXT_LENGTH = 500;
