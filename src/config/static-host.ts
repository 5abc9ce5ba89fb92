/**
 * Whether an address can be that of a static web host which Twilio asks and we check: https, without query, fragment
 * and credentials. Plain http is overheard and altered on the way; only a trial on this machine may use it.
 */
export function isStaticHost(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLocal)) && search + hash + username + password === ''
  );
}
