import { ConfigurationError, DatabaseError } from '@stanch/platform';
import { sayDatabaseTrouble } from './database-trouble.js';

/** What the network says of a port or an address that cannot be listened on. */
interface NetworkError {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** One sentence that says why Stanch cannot start and what to do; anything unforeseen comes with its trace. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof DatabaseError) return error.message;
  const { code, port, address, hostname } = error as NetworkError;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or set PORT to a free number, such as PORT=3001.`;
  }
  if (code === 'EACCES') return `Stanch may not listen on port ${port}. Set PORT to a number above 1024.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `This machine has no network address ${address ?? hostname ?? 'of that name'}. Set HOST to one it has, such as HOST=localhost.`;
  }
  return (
    sayDatabaseTrouble(error) ??
    `Stanch could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  );
}
