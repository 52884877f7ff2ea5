/** Judges every fault of every reference and writes docs/kill-matrix.md: `npm run kill-matrix`; with `-- --new` only the faults that it does not have yet, with names only those. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../engine/report.ts';
import { alipayplusFaults, callerFaults, type Fault, mppFaults } from '../reference/index.ts';
import { judgeReference } from '../test/support/judged.ts';
import { judgeCaller } from '../test/support/judged-caller.ts';
import { judgeAlipayPlus } from '../test/support/judged-fault.ts';
import { type Measured, readBack, roles, survivors, unkilled, written } from './kill-matrix/matrix.ts';

/** The document that is committed. */
export const matrixFile = fileURLToPath(new URL('../docs/kill-matrix.md', import.meta.url));

/** Every fault that a reference can be started with. */
export const allFaults: readonly Fault[] = [...mppFaults, ...alipayplusFaults, ...callerFaults];

function judge(fault: Fault): Promise<Report> {
  if (fault.role === 'alipayplus') return judgeAlipayPlus({ fault: fault.name });
  if (fault.role === 'mpp-client') return judgeCaller({ fault: fault.name });
  return judgeReference({ fault: fault.name, config: { apis: fault.apis } });
}

/** What became of the rows under a fault. */
export async function measured(fault: Fault): Promise<Measured> {
  return outcomesOf(fault, await judge(fault));
}

/** The same, read from a report. */
export function outcomesOf({ role, name }: Pick<Fault, 'role' | 'name'>, { requirements }: Report): Measured {
  const keys = (outcome: string) => requirements.filter((row) => row.outcome === outcome).map(({ key }) => key);
  return { role, fault: name, failed: keys('failed'), warned: keys('warned') };
}

/** Callers wait most of the time, so that several are judged at once; servers keep the machine busy. */
const atOnce = { mpp: 1, alipayplus: 1, 'mpp-client': 6 } as const;

async function measureAll(faults: readonly Fault[], done: (one: Measured) => void): Promise<void> {
  for (const role of roles) {
    const left = faults.filter((fault) => fault.role === role);
    const work = async () => {
      for (let fault = left.shift(); fault; fault = left.shift()) {
        done(await measured(fault));
        process.stderr.write(`${fault.role} ${fault.name}, ${left.length} to go\n`);
      }
    };
    await Promise.all(Array.from({ length: atOnce[role] }, work));
  }
}

async function main(args: readonly string[]): Promise<void> {
  const known = existsSync(matrixFile) ? readBack(readFileSync(matrixFile, 'utf8')).measured : [];
  const results = new Map((args.length > 0 ? known : []).map((one) => [nameOf(one), one]));
  const isWanted = (fault: Fault) =>
    args.length === 0 || (args.includes('--new') ? !results.has(nameOf(fault)) : args.includes(fault.name));
  const write = () => {
    const inOrder = allFaults.map((fault) => results.get(nameOf(fault))).filter((one) => one !== undefined);
    writeFileSync(matrixFile, written(inOrder));
    return inOrder;
  };
  await measureAll(allFaults.filter(isWanted), (one) => {
    results.set(nameOf(one), one);
    // Written each time, so that a measurement that was interrupted can go on with --new.
    write();
  });
  const inOrder = write();
  const open = roles.flatMap((role) => unkilled(role, inOrder).map(({ key }) => `${role} ${key}`));
  process.stderr.write(`${inOrder.length} faults; requirements without one: ${open.join(', ') || 'none'}\n`);
  process.stderr.write(`faults that nothing notices: ${survivors(inOrder).join(', ') || 'none'}\n`);
  if (open.length + survivors(inOrder).length > 0) process.exitCode = 1;
}

function nameOf(one: Fault | Measured): string {
  return `${one.role} ${'name' in one ? one.name : one.fault}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
