import type { ComponentType } from 'preact';
import { to } from './routes';

/** What a page is opened with: what of the address is its own. */
export interface PageProps {
  parts: string[];
  query: URLSearchParams;
}

interface PageEntry {
  /** The first part of its address; empty for the first page. */
  path: string;
  name: string;
  /** The letter that jumps to it, after a `g`. */
  letter: string;
  load(): Promise<ComponentType<PageProps>>;
}

export const PAGES: PageEntry[] = [
  { path: '', name: 'Overview', letter: 'o', load: async () => (await import('./pages/overview')).Overview },
  { path: 'requests', name: 'Requests', letter: 'r', load: async () => (await import('./pages/requests')).Requests },
  { path: 'functions', name: 'Functions', letter: 'f', load: async () => (await import('./pages/functions')).Functions },
  { path: 'sources', name: 'Event sources', letter: 'e', load: async () => (await import('./pages/sources')).Sources },
  { path: 'tables', name: 'Tables', letter: 't', load: async () => (await import('./pages/tables')).Tables },
  { path: 'buckets', name: 'Buckets', letter: 'b', load: async () => (await import('./pages/buckets')).Buckets },
  { path: 'mailbox', name: 'Mailbox', letter: 'm', load: async () => (await import('./pages/mailbox')).Mailbox },
  { path: 'identities', name: 'Users and roles', letter: 'u', load: async () => (await import('./pages/identities')).Identities },
  { path: 'stacks', name: 'Stacks', letter: 's', load: async () => (await import('./pages/stacks')).Stacks },
  { path: 'metrics', name: 'Metrics', letter: 'c', load: async () => (await import('./pages/metrics')).Metrics },
  { path: 'caches', name: 'Caches', letter: 'h', load: async () => (await import('./pages/caches')).Caches },
  { path: 'alarms', name: 'Alarms', letter: 'a', load: async () => (await import('./pages/alarms')).Alarms },
  { path: 'simulator', name: 'Policy simulator', letter: 'p', load: async () => (await import('./pages/simulator')).Simulator },
];

export const JUMPS: Record<string, string> = Object.fromEntries(
  PAGES.map(({ letter, path }) => [letter, to(...(path ? [path] : []))]),
);
