/** Why an address could not be listened at, as a sentence. */
import { UsageError } from './usage-error.ts';

/** How an address is given on the command line. */
interface AddressOption {
  readonly port: string;
  readonly host: string;
}

const serveOptions: AddressOption = { port: '--port', host: '--host' };

/** Starts a server; an address that cannot be had is a usage error. */
export async function listenOrExplain<T>(
  start: () => Promise<T>,
  where: string,
  option: AddressOption = serveOptions,
): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new UsageError(`${where} is in use`, `Choose another ${option.port}, or 0 for a free one.`);
    if (code === 'EACCES')
      throw new UsageError(`No permission to listen on ${where}`, `Choose a ${option.port} above 1023.`);
    if (code === 'EADDRNOTAVAIL' || (error as NodeJS.ErrnoException).syscall === 'getaddrinfo') {
      throw new UsageError(
        `${where} is not an address of this machine`,
        `Use ${option.host} 127.0.0.1, or 0.0.0.0 for all addresses.`,
      );
    }
    throw error;
  }
}
