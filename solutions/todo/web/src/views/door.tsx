import { useState } from 'preact/hooks';
import type { Session, Users } from '../session';
import { Field, Form } from './form';

type Step = 'sign in' | 'sign up' | 'confirm' | 'forgot' | 'reset';

const PASSWORD_HINT =
  'At least 10 characters, with capital and small letters, a number and a symbol.';

/** Signing up and in, before anything is shown. */
export function Door({ users, onSignedIn }: { users: Users; onSignedIn(session: Session): void }) {
  const [step, setStep] = useState<Step>('sign in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');

  const emailField = (
    <Field label="Email" type="email" autocomplete="username" value={email} onChange={setEmail} />
  );
  const codeField = (
    <Field
      label="Code"
      inputmode="numeric"
      autocomplete="one-time-code"
      value={code}
      onChange={setCode}
    />
  );
  const newPassword = (
    <Field
      label="Password"
      type="password"
      autocomplete="new-password"
      hint={PASSWORD_HINT}
      value={password}
      onChange={setPassword}
    />
  );
  const go = (next: Step) => () => setStep(next);

  async function signIn(): Promise<void> {
    try {
      onSignedIn(await users.signIn(email, password));
    } catch (error) {
      if ((error as Error & { code?: string }).code !== 'UserNotConfirmedException') {
        throw error;
      }
      setStep('confirm');
    }
  }

  return (
    <main class="door">
      <h1>Todos</h1>
      {step === 'sign in' && (
        <Form key={step} title="Sign in" action="Sign in" onSubmit={signIn}>
          {emailField}
          <Field
            label="Password"
            type="password"
            autocomplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <p class="links">
            <button type="button" class="link" onClick={go('sign up')}>
              Create an account
            </button>
            <button type="button" class="link" onClick={go('forgot')}>
              Forgot the password?
            </button>
          </p>
        </Form>
      )}
      {step === 'sign up' && (
        <Form
          key={step}
          title="Create an account"
          action="Sign up"
          onSubmit={async () => {
            await users.signUp(email, password);
            setStep('confirm');
          }}
        >
          {emailField}
          {newPassword}
          <p class="links">
            <button type="button" class="link" onClick={go('sign in')}>
              I have an account
            </button>
          </p>
        </Form>
      )}
      {step === 'confirm' && (
        <Form
          key={step}
          title="Confirm your address"
          action="Confirm"
          onSubmit={async () => {
            await users.confirm(email, code);
            await signIn();
          }}
        >
          <p>We mailed a code to {email}.</p>
          {codeField}
          <p class="links">
            <button type="button" class="link" onClick={() => void users.resendCode(email)}>
              Send another code
            </button>
          </p>
        </Form>
      )}
      {step === 'forgot' && (
        <Form
          key={step}
          title="Set a new password"
          action="Mail me a code"
          onSubmit={async () => {
            await users.forgotPassword(email);
            setStep('reset');
          }}
        >
          {emailField}
          <p class="links">
            <button type="button" class="link" onClick={go('sign in')}>
              Back
            </button>
          </p>
        </Form>
      )}
      {step === 'reset' && (
        <Form
          key={step}
          title="Set a new password"
          action="Set and sign in"
          onSubmit={async () => {
            await users.resetPassword(email, code, password);
            await signIn();
          }}
        >
          <p>We mailed a code to {email}, if it has an account.</p>
          {codeField}
          {newPassword}
        </Form>
      )}
    </main>
  );
}
