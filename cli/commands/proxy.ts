/** `conformance proxy`: a reverse proxy that records and judges the traffic of both parties as it passes. */
import type { Command } from 'commander';
import type { ProxyOptions } from '../options.ts';
import { addTrafficOptions } from '../traffic/traffic-options.ts';

const help = `
Every byte is passed on unchanged in both directions. Violations are printed as
they happen; the report comes at Ctrl-C.

Examples:
  conformance proxy --upstream http://localhost:8080 --mpp-key mpp-public.pem
  conformance proxy --upstream http://localhost:8080 --record traffic

Exit codes: 0 no violation seen, 1 a MUST is broken, 2 usage, 4 nothing could
be judged.`;

/** Adds the options of `proxy` and what it does. */
export function define(command: Command): void {
  addTrafficOptions(
    command
      .description('Records and judges the traffic that passes through.')
      .requiredOption('--upstream <url>', 'where the traffic is passed on to')
      .option('--listen <address>', 'where to listen', '127.0.0.1:9100')
      .option('--record <dir>', 'stream the calls to this directory, redacted')
      .option('--full-evidence', 'record them unredacted (contains secrets)')
      .option('--tls-cert <file>', 'certificate (PEM) for clients')
      .option('--tls-key <file>', 'its private key (PEM)')
      .option('--yes-production <host>', 'confirm a host under alipayplus.com by repeating its name'),
  )
    .addHelpText('after', help)
    .action(async (options: ProxyOptions) => {
      const { proxy } = await import('../proxy/proxy.ts');
      await proxy(options, process.env);
    });
}
