import { _createCache, _createIntlFormatters } from "use-intl/core";

/**
 * Makers of Intl objects that remember what they made, for translators and formatters of every request: a plural rule or
 * a date format takes longer to make than a hundred sentences take to print. There are as many as languages and zones.
 */
export const INTL_FORMATTERS = { _formatters: _createIntlFormatters(_createCache()) };
