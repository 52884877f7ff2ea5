/** `conformance send API`: one correctly signed call, printed with its answer, the signed text and a curl line. */
import { type Command, Option } from 'commander';
import { whole } from '../config/numbers.ts';
import type { SendOptions } from '../options.ts';

const help = `
A call of sendOTP or sendActivationCode that is accepted may reach a person; the
limits of the config hold. A call about a token introduces the token first,
unless the config or --set names one.

Examples:
  conformance send sendOTP
  conformance send sendOTP --scenario USER_NOT_EXIST
  conformance send sendOTP --set verifyType=EMAIL --set accessToken=tok-2
  conformance send getPaymentCode --target https://sandbox.example.com
  conformance send tokenDigitizeDecision --set riskScore:=null --embedded

Exit codes: 0 an answer came, whatever it says, 2 usage, configuration or keys,
3 no answer.`;

/** Adds the argument and options of `send` and what it does. */
export function define(command: Command): void {
  command
    .description('Sends one correctly signed call and prints it with its answer and what was signed.')
    .argument('<api>', 'name of an API, such as sendOTP')
    .option('--scenario <code>', 'values of this scenario of the config')
    .addOption(
      new Option('--set <field=value>', 'set a field to a text; field:=JSON for another value (repeatable)').argParser(
        added,
      ),
    )
    .addOption(new Option('--user <n>', 'user of requests.API, counted from 0').argParser(whole('--user', 0, 9999)))
    .option('--target <url>', 'base URL of the server to call')
    .option('--embedded', 'call the built-in reference')
    .option('--config <file>', 'config file (./conformance.config.yaml, .yml or .json)')
    .addOption(
      new Option('--timeout <ms>', 'time limit for an answer (15000)').argParser(whole('--timeout', 1, 600_000)),
    )
    .option('--unredacted', 'print ids, tokens and the signature as they were sent')
    .option('--yes-production <host>', 'confirm a host under alipayplus.com by repeating its name')
    .addHelpText('after', help)
    .action(async (api: string, options: SendOptions) => {
      const { sendCall } = await import('../send/send.ts');
      await sendCall(api, options, process.env);
    });
}

function added(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}
