/** Which part of a long table a run of the tests goes over: some rows spread over it, all with SWEEP=all, a part of all with SWEEP=2/10. */

/** About `some` rows, unless the environment asks for more. */
export function partOf<T>(table: readonly T[], some: number): readonly T[] {
  const asked = process.env.SWEEP ?? '';
  if (asked === 'all') return table;
  const [part, parts] = asked.split('/').map(Number);
  if (part && parts) return table.filter((_, index) => index % parts === part - 1);
  const step = Math.max(1, Math.floor(table.length / some));
  return table.filter((_, index) => index % step === Math.floor(step / 2));
}
