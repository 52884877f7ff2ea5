/** Tells whether a host name leads to this machine: limits, pace and proxies depend on it. */

/** Whether a host name of a URL is this machine; IPv6 with or without brackets. */
export function isLoopback(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  // 127.0.0.0/8 written as an IPv4-mapped IPv6 address begins with 7f.
  if (host === '::1' || /^::ffff:(127\.|7f[0-9a-f]{2}:)/.test(host)) return true;
  return /^127(\.\d{1,3}){3}$/.test(host);
}
