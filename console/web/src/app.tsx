import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useKeys } from './keys';
import { Frame } from './parts/frame';
import { SignedIn } from './parts/signed-in';
import { Failure } from './parts/ui';
import { JUMPS, PAGES, type PageProps } from './pages';
import { useRoute } from './routes';
import { remember, remembered, type Session } from './session';
import { SignIn } from './parts/sign-in';

export function App() {
  const [session, setSession] = useState(remembered);
  const [help, setHelp] = useState(false);
  const toggleHelp = useCallback(() => setHelp((shown) => !shown), []);
  const route = useRoute();
  useKeys(JUMPS, toggleHelp);

  function enter(entered: Session | undefined): void {
    remember(entered);
    setSession(entered);
  }

  if (!session) {
    return <SignIn onSignedIn={enter} />;
  }
  const page = PAGES.find(({ path }) => path === (route.parts[0] ?? '')) ?? PAGES[0]!;
  document.title = `${[page.name, ...route.parts.slice(1, 2)].join(' ')} – Brume`;
  return (
    <SignedIn.Provider value={session}>
      <Frame
        current={page.path}
        session={session}
        help={help}
        onHelp={toggleHelp}
        onRegion={(region) => enter({ ...session, region })}
        onSignOut={() => enter(undefined)}
      >
        <Lazy key={`${page.path} ${session.region}`} load={page.load} parts={route.parts.slice(1)} query={route.query} />
      </Frame>
    </SignedIn.Provider>
  );
}

interface LazyProps extends PageProps {
  load(): Promise<ComponentType<PageProps>>;
}

/** A page whose code comes when it is first opened. */
function Lazy({ load, ...props }: LazyProps) {
  const [state, setState] = useState<{ page?: ComponentType<PageProps>; error?: Error }>({});
  useEffect(() => {
    load().then(
      (page) => setState({ page }),
      (error: Error) => setState({ error }),
    );
  }, []);
  const { page: Loaded, error } = state;
  return Loaded ? <Loaded {...props} /> : <Failure error={error} />;
}
