import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { nameOf } from '../format';
import { JUMPS, PAGES } from '../pages';
import type { Session } from '../session';

/** Where tables, functions and the like may be: AWS's regions that are open to every account. */
const REGIONS = [
  'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1',
  'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1',
  'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3',
];

interface FrameProps {
  current: string;
  session: Session;
  help: boolean;
  onHelp(): void;
  onRegion(region: string): void;
  onSignOut(): void;
  children: ComponentChildren;
}

/** What is around every page: where to go, who is signed in, and the region they look at. */
export function Frame({ current, session, help, onHelp, onRegion, onSignOut, children }: FrameProps) {
  const [open, setOpen] = useState(false);
  const regions = REGIONS.includes(session.region) ? REGIONS : [session.region, ...REGIONS];
  return (
    <div class="frame">
      <aside class={open ? 'side open' : 'side'}>
        <div class="brand">
          <a href="#/">Brume</a>
          <button class="menu plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            Menu
          </button>
        </div>
        <nav aria-label="Pages" onClick={() => setOpen(false)}>
          {PAGES.map(({ path, name, letter }) => (
            <a key={path} href={JUMPS[letter]} aria-current={path === current ? 'page' : undefined}>
              {name}
              <kbd aria-hidden="true">g {letter}</kbd>
            </a>
          ))}
        </nav>
        <div class="who">
          <span title={session.arn}>{nameOf(session.arn)}</span>
          <span class="quiet">{session.account}</span>
          <select
            aria-label="Region"
            value={session.region}
            onChange={(event) => onRegion(event.currentTarget.value)}
          >
            {regions.map((region) => (
              <option key={region}>{region}</option>
            ))}
          </select>
          <button class="link" onClick={onSignOut}>
            Sign out
          </button>
          <button class="link keys" onClick={onHelp} aria-expanded={help}>
            Keys <kbd>?</kbd>
          </button>
        </div>
      </aside>
      <main>
        {help && (
          <p class="note" role="status">
            <kbd>g</kbd> and a letter goes to a page · <kbd>/</kbd> to the filter · <kbd>Esc</kbd> leaves
            it · <kbd>?</kbd> hides this
          </p>
        )}
        {children}
      </main>
    </div>
  );
}
