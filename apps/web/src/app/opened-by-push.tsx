import { useEffect } from 'react';
import { useNavigate } from 'react-router';

/** Goes where a notification leads that was clicked while Stanch was open; the service worker says where to. */
export function OpenedByPush() {
  const navigate = useNavigate();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const stop = new AbortController();
    const go = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
      const to = data?.open;
      if (typeof to === 'string') void navigate(to, { state: { opened: true } });
    };
    navigator.serviceWorker.addEventListener('message', go, { signal: stop.signal });
    return () => stop.abort();
  }, [navigate]);
  return null;
}
