import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type ClientConfig, clientConfig, type Session } from '../session';

export const SignedIn = createContext<Session | undefined>(undefined);

/** Who is signed in; only below the sign-in page. */
export function useSession(): Session {
  return useContext(SignedIn)!;
}

/** One client of the SDK for as long as the same one is signed in. */
export function useClient<C>(make: (config: ClientConfig) => C): C {
  const session = useSession();
  return useMemo(() => make(clientConfig(session)), [session]);
}
