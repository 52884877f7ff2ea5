/** Start-up of commands against bare node. */
import { against, bin, figure, median, nodeRun, ratio } from './measure.ts';

const rounds = 7;

const commands: readonly { name: string; args: readonly string[]; goal: number | null }[] = [
  { name: 'node -e 0', args: ['-e', '0'], goal: null },
  { name: '--version', args: [bin, '--version'], goal: 1.5 },
  { name: 'list', args: [bin, 'list'], goal: 2.5 },
  { name: 'smoke, embedded', args: [bin, '--embedded', '--profile', 'smoke', '--seed', '1'], goal: null },
];

/** Takes the commands in turn, so that a busy moment hits them alike. */
export async function benchStart(): Promise<string[]> {
  const times = commands.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { args }] of commands.entries()) times[i]!.push((await nodeRun(args)).wallMs);
  }
  const bare = median(times[0]!);
  return commands.map(({ name, goal }, i) => {
    const value = median(times[i]!);
    const goalText = goal === null ? '' : ` ${against(value / bare <= goal, `≤ ${goal}×`)}`;
    return `${name.padEnd(16)} ${ratio(value, bare)}, ${figure(value)} ms${goalText}`;
  });
}
