import { useEffect, useState } from 'preact/hooks';
import { type Config, loadConfig } from './config';
import { Photos } from './photos';
import { type Session, Users } from './session';
import { Todos } from './todos';
import { Door } from './views/door';
import { List } from './views/list';

interface Ready {
  config: Config;
  users: Users;
}

export function App() {
  const [ready, setReady] = useState<Ready>();
  const [session, setSession] = useState<Session>();
  const [failure, setFailure] = useState('');

  useEffect(() => {
    start().then(
      (started) => {
        setReady(started);
        setSession(started.session);
      },
      (error: Error) => setFailure(error.message),
    );
  }, []);

  if (failure) {
    return (
      <main class="door">
        <p role="alert" class="error">
          {failure}
        </p>
      </main>
    );
  }
  if (!ready) {
    return <main class="door" aria-busy="true" />;
  }
  if (!session) {
    return <Door users={ready.users} onSignedIn={setSession} />;
  }
  return (
    <List
      key={session.email}
      email={session.email}
      todos={new Todos(ready.config.TodoApi, session)}
      photos={new Photos(ready.config, session)}
      onSignOut={() => {
        session.signOut();
        setSession(undefined);
      }}
    />
  );
}

async function start(): Promise<Ready & { session: Session | undefined }> {
  const config = await loadConfig();
  const users = new Users(config);
  return { config, users, session: await users.remembered() };
}
