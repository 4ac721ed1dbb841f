import { useEffect, useState } from 'preact/hooks';

/** Where the page is: `#/tables/Todos?index=by-owner`. */
export interface Route {
  /** The parts of the path, decoded. */
  parts: string[];
  query: URLSearchParams;
}

function current(): Route {
  const [path = '', query = ''] = location.hash.slice(1).split('?', 2);
  return {
    parts: path.split('/').filter(Boolean).map(decoded),
    query: new URLSearchParams(query),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = () => setRoute(current());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** The address of a page, from parts that may hold anything. */
export function to(...parts: string[]): string {
  return '#/' + parts.map(encodeURIComponent).join('/');
}

export function withQuery(address: string, query: Record<string, string>): string {
  const kept = Object.entries(query).filter(([, value]) => value);
  return kept.length ? `${address}?${new URLSearchParams(kept)}` : address;
}
