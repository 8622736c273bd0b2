/** How long this process worked for `work`, in ms, whatever else the machine does meanwhile. */
export function millisecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
