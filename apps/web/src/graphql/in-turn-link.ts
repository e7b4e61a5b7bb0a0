import { ApolloLink } from '@apollo/client';
import { Observable, type Subscription } from 'rxjs';

/** The context of an operation that waits until those before it in the same line are answered. */
export function inTurn(line: string): { line: string } {
  return { line };
}

const lines = new Map<string, Promise<void>>();

/** Sends what stands in one line one after the other, so that a slow network cannot turn two acts of one hand around. */
export const inTurnLink = new ApolloLink((operation, forward) => {
  const { line } = operation.getContext() as Partial<ReturnType<typeof inTurn>>;
  if (line === undefined) return forward(operation);
  return new Observable((observer) => {
    let sent: Subscription | undefined;
    const send = () =>
      new Promise<void>((over) => {
        sent = forward(operation).subscribe(observer);
        sent.add(over);
      });
    lines.set(line, (lines.get(line) ?? Promise.resolve()).then(send));
    return () => sent?.unsubscribe();
  });
});
