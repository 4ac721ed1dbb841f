import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Loaded } from '../state';

interface PageProps {
  title: ComponentChildren;
  /** Where the page is below: its address and name. */
  up?: { href: string; name: string };
  tools?: ComponentChildren;
  children: ComponentChildren;
}

export function Page({ title, up, tools, children }: PageProps) {
  return (
    <>
      <header class="head">
        <h1>
          {up && (
            <>
              <a href={up.href}>{up.name}</a>
              <span class="quiet"> / </span>
            </>
          )}
          {title}
        </h1>
        <div class="tools">{tools}</div>
      </header>
      {children}
    </>
  );
}

interface FilterProps {
  value: string;
  onChange(value: string): void;
  label?: string;
}

export function Filter({ value, onChange, label = 'Filter' }: FilterProps) {
  return (
    <input
      class="filter"
      type="search"
      data-filter
      aria-label={label}
      placeholder={`${label}  /`}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Whether one of the texts holds all words of a filter. */
export function fits(filter: string, ...texts: (string | number | undefined)[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** An error as AWS tells it: its code and its text. */
export function Failure({ error }: { error: Error | undefined }) {
  if (!error) {
    return null;
  }
  const code = error.name !== 'Error' && error.name !== 'TypeError' ? error.name : '';
  return (
    <p role="alert" class="failure">
      {code && <strong>{code} </strong>}
      {error.message}
    </p>
  );
}

/** What was loaded, or that it is being loaded, or why it was not. */
export function Show<T>({ of, children }: { of: Loaded<T>; children(value: T): ComponentChildren }) {
  if (of.error) {
    return <Failure error={of.error} />;
  }
  return of.value === undefined ? <p class="quiet" aria-busy="true">Loading …</p> : <>{children(of.value)}</>;
}

interface RowsProps {
  heads: (string | { text: string; number: true })[];
  children: ComponentChildren[];
  class?: string;
  empty?: string;
  loading?: boolean;
  more?: (() => void) | undefined;
}

export function Rows({ heads, children, class: kind, empty = 'Nothing here.', loading = false, more }: RowsProps) {
  if (!children.length) {
    return <p class="quiet" aria-busy={loading}>{loading ? 'Loading …' : empty}</p>;
  }
  return (
    <>
      <div class="scroll">
        <table class={kind}>
          <thead>
            <tr>
              {heads.map((head) =>
                typeof head === 'string' ? (
                  <th key={head} scope="col">{head}</th>
                ) : (
                  <th key={head.text} scope="col" class="number">{head.text}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {more && (
        <button class="plain more" disabled={loading} onClick={more}>
          {loading ? 'Loading …' : 'More'}
        </button>
      )}
    </>
  );
}

export function Facts({ of }: { of: [string, ComponentChildren][] }) {
  return (
    <dl class="facts">
      {of
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface ActionProps {
  children: ComponentChildren;
  run(): Promise<unknown>;
  onFailure(error: Error | undefined): void;
  kind?: 'primary' | 'plain' | 'danger';
  label?: string;
  /** Asked before it runs, for what cannot be undone. */
  confirm?: string;
}

/** A button for something that takes a while. */
export function Action({ children, run, onFailure, kind = 'plain', label, confirm }: ActionProps) {
  const [busy, setBusy] = useState(false);
  async function go(): Promise<void> {
    if (confirm && !window.confirm(confirm)) {
      return;
    }
    setBusy(true);
    onFailure(undefined);
    try {
      await run();
    } catch (error) {
      onFailure(error as Error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <button type="button" class={kind} aria-label={label} disabled={busy} onClick={() => void go()}>
      {children}
    </button>
  );
}

/** Links between the views of one thing. */
export function Tabs({ tabs, current }: { tabs: { name: string; href: string }[]; current: string }) {
  return (
    <nav class="tabs" aria-label="Views">
      {tabs.map(({ name, href }) => (
        <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
