export const CATEGORIES = ["performance", "accessibility", "best-practices"];

/**
 * What counts of a report of Lighthouse.
 * @returns `scores`, 0 to 100 by category; LCP and TBT in ms, CLS as it is; `failed`: what kept a score from 100, with how
 *   many points it costs at most
 */
export function scoresOf({ categories, audits }) {
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * (categories[name].score ?? 0))]));
  return {
    scores,
    lcp: Math.round(audits["largest-contentful-paint"].numericValue ?? 0),
    cls: Math.round(1000 * (audits["cumulative-layout-shift"].numericValue ?? 0)) / 1000,
    tbt: Math.round(audits["total-blocking-time"].numericValue ?? 0),
    failed: CATEGORIES.flatMap((name) => failedOf(name, categories[name], audits)),
  };
}

function failedOf(category, { auditRefs }, audits) {
  const weights = auditRefs.reduce((sum, { weight }) => sum + weight, 0);
  return auditRefs
    .map(({ id, weight }) => ({ id, weight, audit: audits[id] }))
    .filter(({ weight, audit }) => weight > 0 && audit.score !== null && audit.score < 1)
    .map(({ id, weight, audit }) => ({
      category,
      id,
      title: audit.title,
      value: audit.displayValue ?? "",
      points: Math.round((1000 * weight * (1 - audit.score)) / weights) / 10,
      where: (audit.details?.items ?? []).flatMap(whereOf).slice(0, 3),
    }))
    .filter(({ points }) => points >= 0.5);
}

/** The element or the words that an audit complains about, if it names any. */
function whereOf({ node, description, sourceLocation, issueType, url }) {
  const words = node?.snippet ?? description ?? sourceLocation?.url ?? issueType ?? url;
  return words ? [`${words}`.slice(0, 160)] : [];
}

/** The run with the middle performance: a machine that is busy for a moment does not decide. */
export function middleRun(runs) {
  const sorted = [...runs].sort((a, b) => a.scores.performance - b.scores.performance);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
