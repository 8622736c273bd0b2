/** `3 Super Users are being told.` */
export function toldWords(mailCount: number): string {
  return mailCount === 1 ? "1 Super User is being told." : `${mailCount} Super Users are being told.`;
}
