/** What a client that keeps no cookies of its own needs for a POST to next-auth. */
export async function csrf(address: string): Promise<{ cookie: string; csrfToken: string }> {
  const answer = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = await answer.json();
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { cookie, csrfToken };
}
