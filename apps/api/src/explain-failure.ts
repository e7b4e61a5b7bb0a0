import { ConfigurationError, DatabaseError } from '@stanch/platform';

/** One sentence that says why Stanch cannot start and what to do; anything unforeseen comes with its trace. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof DatabaseError) return error.message;
  const { code, port, address, hostname } = error as {
    code?: string;
    port?: number;
    address?: string;
    hostname?: string;
  };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or set PORT to a free number, such as PORT=3001.`;
  }
  if (code === 'EACCES') return `Stanch may not listen on port ${port}. Set PORT to a number above 1024.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `This machine has no network address ${address ?? hostname ?? 'of that name'}. Set HOST to one it has, such as HOST=localhost.`;
  }
  if (code === 'SQLITE_NOTADB') {
    return 'The database file is not a SQLite database. Name another file in DATABASE_URL, or restore a backup.';
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
    return 'The database file cannot be opened for writing. Check its rights, or name another place in DATABASE_URL.';
  }
  return `Stanch could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
