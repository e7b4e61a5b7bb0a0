import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../ui/button.js';
import { useTryAgain } from '../graphql/try-again.js';
import { Notice } from '../ui/notice.js';

/**
 * A screen whose code comes when it is first shown. Not React's own `lazy`: its Suspense holds back what has arrived for
 * up to 300 ms when something else was just revealed, which on the way to the board is always so.
 */
export function lazyScreen(load: () => Promise<{ default: ComponentType }>) {
  let loaded: ComponentType | undefined;
  const fetchOnce = async () => (loaded = (await load()).default);
  function Screen() {
    const [Shown, setShown] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Shown) return;
      fetchOnce().then(
        (screen) => setShown(() => screen),
        () => setFailed(true),
      );
    }, [Shown]);
    // On a wall nobody presses a button. A browser keeps a failed file as failed: the page as a whole is fetched anew.
    useTryAgain(failed, reloadWhenReached);
    if (Shown) return <Shown />;
    if (!failed) return null;
    return (
      <Notice kind="heed" action={<Button onClick={() => location.reload()}>Load the page again</Button>}>
        This screen could not be fetched. Perhaps Stanch was just updated, or the connection is cut.
      </Notice>
    );
  }
  /** Begins to fetch it before it is shown. */
  Screen.ahead = () => void fetchOnce().catch(() => undefined);
  return Screen;
}

async function reloadWhenReached(): Promise<void> {
  const reached = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reached) location.reload();
}
