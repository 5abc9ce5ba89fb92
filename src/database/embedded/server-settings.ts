/** Small enough for a laptop or a cheap machine beside the service; PostgreSQL's own defaults want four times as much. */
const settings = [
  'max_connections=100',
  'shared_buffers=32MB',
  'max_wal_size=256MB',
  'min_wal_size=32MB',
  // One machine, no replica: less to write.
  'wal_level=minimal',
  'max_wal_senders=0',
  'io_method=sync',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
];

/** For tests only: a power cut may lose everything. */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** The server's command-line arguments beside where it listens. */
export function serverArguments(dataFolder: string, durable: boolean): string[] {
  const all = durable ? settings : [...settings, ...forgetful];
  return ['-D', dataFolder, ...all.flatMap((setting) => ['-c', setting])];
}
