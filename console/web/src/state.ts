import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  reload(): void;
}

/** What `load` resolves to, asked anew when `key` changes; the last answer stays until then. */
export function useLoaded<T>(load: () => Promise<T>, key: unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: Error; loading: boolean }>({ loading: true });
  const turn = useRef(0);
  const reload = useCallback(() => {
    const mine = ++turn.current;
    setState((last) => ({ ...last, loading: true }));
    load().then(
      (value) => mine === turn.current && setState({ value, loading: false }),
      (error: Error) => mine === turn.current && setState({ error, loading: false }),
    );
  }, key);
  useEffect(() => {
    setState({ loading: true });
    reload();
    return () => void turn.current++;
  }, [reload]);
  return { ...state, reload };
}

/** Runs `tick` every so many milliseconds while the page is seen and `on` holds. */
export function useEvery(millis: number, tick: () => void, on = true): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (!on) {
      return;
    }
    const timer = setInterval(() => document.hidden || latest.current(), millis);
    return () => clearInterval(timer);
  }, [millis, on]);
}

/** A list that comes page by page. */
export function usePages<T, N>(
  load: (next: N | undefined) => Promise<{ items: T[]; next?: N | undefined }>,
  key: unknown[],
): { items: T[]; loading: boolean; error?: Error | undefined; more?: (() => void) | undefined; reload(): void } {
  const [state, setState] = useState<{ items: T[]; next?: N | undefined; loading: boolean; error?: Error }>({
    items: [],
    loading: true,
  });
  const turn = useRef(0);
  const get = useCallback((next: N | undefined) => {
    const mine = ++turn.current;
    setState((last) => ({ ...last, loading: true }));
    load(next).then(
      (page) =>
        mine === turn.current &&
        setState((last) => ({
          items: next === undefined ? page.items : [...last.items, ...page.items],
          next: page.next,
          loading: false,
        })),
      (error: Error) => mine === turn.current && setState((last) => ({ ...last, loading: false, error })),
    );
  }, key);
  const reload = useCallback(() => get(undefined), [get]);
  useEffect(() => {
    setState({ items: [], loading: true });
    reload();
    return () => void turn.current++;
  }, [reload]);
  const { next } = state;
  return {
    items: state.items,
    loading: state.loading,
    error: state.error,
    more: next === undefined ? undefined : () => get(next),
    reload,
  };
}
