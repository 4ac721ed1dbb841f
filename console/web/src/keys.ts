import { useEffect } from 'preact/hooks';

/** How long `g` waits for its letter, in milliseconds. */
const PATIENCE = 1200;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** `g` and a letter jump, `/` goes to the filter, `Escape` leaves it, `?` shows what there is. */
export function useKeys(jumps: Record<string, string>, onHelp: () => void): void {
  useEffect(() => {
    let since = -Infinity;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === 'Escape') {
        (document.activeElement as HTMLElement | null)?.blur();
        return;
      }
      if (isTyping(event.target)) {
        return;
      }
      const jump = event.timeStamp - since < PATIENCE ? jumps[event.key] : undefined;
      since = event.key === 'g' ? event.timeStamp : -Infinity;
      if (jump) {
        location.hash = jump;
      } else if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-filter]')?.focus();
      } else if (event.key === '?') {
        onHelp();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [jumps, onHelp]);
}
