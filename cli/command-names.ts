/** The names of the commands, each with the line that `--help` shows. */

/** Name and one-line description, in the order of a first use. */
export const commandSummaries = {
  run: 'test a server or a caller and report the result (default)',
  init: 'write a config file',
  keys: 'make two RSA key pairs, for the suite and for your side',
  doctor: 'check keys, network and configuration',
  'check-spec': 'check specs of further APIs and facts of partners',
  list: 'list the requirements',
  explain: 'explain a requirement or another word of a report',
  send: 'send one signed call and print it with its answer',
  serve: 'run the reference implementation as a local server',
  judge: 'judge recorded traffic without sending anything',
  proxy: 'record and judge the traffic that passes through',
  prove: 'say which faults a configuration would notice',
  replay: 'send a recorded request again and compare the answers',
  diff: 'compare two reports',
  certify: 'run for a third party and write a signed package',
  verify: 'check a signed package offline',
} as const;

/** Name of a command. */
export type CommandName = keyof typeof commandSummaries;

/** Whether a word is the name of a command. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commandSummaries, word);
}

/** The commands as lines of a help text. */
export function commandsText(): string {
  const width = Math.max(...Object.keys(commandSummaries).map((name) => name.length));
  return Object.entries(commandSummaries)
    .map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`)
    .join('\n');
}
