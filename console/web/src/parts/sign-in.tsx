import { useEffect, useState } from 'preact/hooks';
import { type Credentials, type Session, signIn } from '../session';
import { Field } from './field';
import { Failure } from './ui';

interface Health {
  region: string;
  developmentKey: boolean;
}

/** The key that stands for the account's owner on this machine while the operator leaves it on. */
const DEVELOPMENT: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

export function SignIn({ onSignedIn }: { onSignedIn(session: Session): void }) {
  const [health, setHealth] = useState<Health>();
  const [accessKeyId, setAccessKeyId] = useState('');
  const [secretAccessKey, setSecretAccessKey] = useState('');
  const [sessionToken, setSessionToken] = useState('');
  const [temporary, setTemporary] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    fetch('/_brume/health')
      .then((response) => response.json() as Promise<Health>)
      .then(setHealth, setError);
  }, []);

  async function enter(credentials: Credentials): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(await signIn(credentials, health?.region ?? 'us-east-1'));
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  }

  function submit(event: Event): void {
    event.preventDefault();
    void enter({
      accessKeyId: accessKeyId.trim(),
      secretAccessKey: secretAccessKey.trim(),
      ...(sessionToken.trim() ? { sessionToken: sessionToken.trim() } : {}),
    });
  }

  return (
    <main class="door">
      <form class="card" onSubmit={submit} aria-busy={busy}>
        <h1>Brume</h1>
        <p class="quiet">Sign in with the access key of the account’s owner or of an IAM user.</p>
        <Field label="Access key ID" value={accessKeyId} onChange={setAccessKeyId} autocomplete="username" required />
        <Field
          label="Secret access key"
          type="password"
          value={secretAccessKey}
          onChange={setSecretAccessKey}
          autocomplete="current-password"
          required
        />
        {temporary ? (
          <Field label="Session token" value={sessionToken} onChange={setSessionToken} />
        ) : (
          <button type="button" class="link" onClick={() => setTemporary(true)}>
            It is a temporary key with a session token
          </button>
        )}
        <Failure error={error} />
        <button class="primary" disabled={busy}>
          Sign in
        </button>
        {health?.developmentKey && (
          <button type="button" class="plain" disabled={busy} onClick={() => void enter(DEVELOPMENT)}>
            Use the development key
          </button>
        )}
      </form>
    </main>
  );
}
