/** The name and version that the suite signs its reports with. */
import { existsSync, readFileSync } from 'node:fs';

/** The nearest package.json upwards: one folder up in a checkout, two in the built package. */
function readPackage(): { name: string; version: string } {
  let place = new URL('./package.json', import.meta.url);
  while (!existsSync(place)) place = new URL('../package.json', place);
  return JSON.parse(readFileSync(place, 'utf8'));
}

const about = readPackage();
export const suiteName = about.name;
export const suiteVersion = about.version;
