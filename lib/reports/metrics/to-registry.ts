import { Counter, Gauge, Registry } from "prom-client";
import type { MetricFacts } from "./read-facts";

/** The facts as Prometheus reads them, in a registry of their own: nothing is counted in the process. */
export function toRegistry(facts: MetricFacts): Registry {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: number) => new Gauge({ name, help, registers }).set(value);
  const gauges = (name: string, help: string, label: string, values: Record<string, number>) => {
    const metric = new Gauge({ name, help, labelNames: [label], registers });
    for (const [key, value] of Object.entries(values)) metric.set({ [label]: key }, value);
  };
  const counters = (name: string, help: string, label: string, values: Record<string, number>) => {
    const metric = new Counter({ name, help, labelNames: [label], registers });
    for (const [key, value] of Object.entries(values)) metric.inc({ [label]: key }, value);
  };

  gauge("public_sites", "Sites that anyone can read without a login", facts.publicSites);
  gauges("outbox_mails", "Mails in the outbox by state", "state", facts.mails);
  gauge("outbox_oldest_seconds", "Age of the oldest mail that waits; 0 when none does", facts.oldestMailSeconds);
  counters(
    "alerts_sent_total",
    "Mails other than reminders that a sender took, or that failed for good",
    "result",
    facts.alerts,
  );
  gauge(
    "scan_last_success_timestamp_seconds",
    "When the newest good watch ended, in seconds since 1970; 0 when none ever went well",
    facts.lastScan ? facts.lastScan.at.getTime() / 1_000 : 0,
  );
  if (facts.lastScan) gauge("scan_duration_seconds", "How long the newest good watch took", facts.lastScan.seconds);
  gauge(
    "outside_last_success_timestamp_seconds",
    "When the newest look from outside that saw began, in seconds since 1970; 0 when there was none",
    facts.outside ? facts.outside.at.getTime() / 1_000 : 0,
  );
  if (facts.outside)
    gauge("outside_readable_sites", "Sites that strangers can read, as seen then", facts.outside.readable);
  gauges("drift_findings_open", "Findings that are open now, by kind", "kind", facts.openFindings);
  counters(
    "drift_findings_total",
    "Times that a watch recorded drift of this kind; one time may be about many sites",
    "kind",
    facts.drift,
  );
  return registry;
}
