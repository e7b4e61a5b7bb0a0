import { useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Sheet } from '../../ui/sheet.js';
import { PainPointPanel } from './pain-point-panel.js';

/** A pain point at its own address, over the screen that it was opened from; closing goes back to that screen. */
export default function PainPointRoute() {
  const key = (useParams()['key'] ?? '').toUpperCase();
  const navigate = useNavigate();
  const location = useLocation();
  const close = () => {
    const { pathname, search } = location;
    const opened = (location.state as { opened?: boolean } | null)?.opened === true;
    void (opened ? navigate(-1) : navigate({ pathname: pathname.replace(/\/p\/[^/]+$/, ''), search }));
  };
  useFocusBackTo(key);
  return (
    <Sheet place="side" label={`Pain point ${key}`} onClose={close}>
      <PainPointPanel key={key} painPointKey={key} onClose={close} />
    </Sheet>
  );
}

/** The focus goes back to the link of this pain point, also when its card has moved or the page began with the panel. */
function useFocusBackTo(key: string) {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement !== document.body || document.querySelector('dialog[open]')) return;
        const to = `/p/${CSS.escape(key)}`;
        document.querySelector<HTMLElement>(`a[href$="${to}"], a[href*="${to}?"]`)?.focus({ preventScroll: true });
      });
    },
    [key],
  );
}
