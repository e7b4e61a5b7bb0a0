import type { Loaders, LoaderRegistry } from '../graphql/loaders.js';
import type { RequestContext } from '../graphql/request-context.js';

/** The loaders of each message: all who watch share what one of them has read. */
const loadersOf = new WeakMap<object, Loaders>();

/**
 * Hands the messages of a topic to one visitor. Before each one it asks again who the visitor is, so that rights that
 * have ended end here too, and gives the context loaders that know nothing from before the message.
 */
export function watchAs<Message extends object, Visitor>(
  context: RequestContext<Visitor>,
  registry: LoaderRegistry,
  messages: AsyncIterableIterator<Message>,
  wants: (message: Message) => boolean = () => true,
): AsyncIterableIterator<Message> {
  const ended = { done: true, value: undefined } as const;
  const watching: AsyncIterableIterator<Message> = {
    async next() {
      for (;;) {
        const result = await messages.next();
        if (result.done) return ended;
        if (!wants(result.value)) continue;
        if (context.identify) context.visitor = await context.identify();
        if (context.visitor === null) {
          await messages.return?.();
          return ended;
        }
        context.loaders = loadersFor(result.value, registry);
        return result;
      }
    },
    return: () => messages.return?.() ?? Promise.resolve(ended),
    throw: (error) => messages.throw?.(error) ?? Promise.reject(error as Error),
    [Symbol.asyncIterator]: () => watching,
  };
  return watching;
}

function loadersFor(message: object, registry: LoaderRegistry): Loaders {
  let loaders = loadersOf.get(message);
  if (!loaders) loadersOf.set(message, (loaders = registry.open()));
  return loaders;
}
