import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'password';
  autocomplete?: string;
  inputmode?: 'numeric';
  hint?: string;
}

export function Field({ label, value, onChange, hint, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  // The types of inputs are told apart by a literal, which a variable is not.
  const kind = { type } as { type: 'text' };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...kind}
        required
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
        {...rest}
      />
      {hint && (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

interface FormProps {
  title: string;
  action: string;
  onSubmit(): Promise<void>;
  children: ComponentChildren;
}

/** A form that waits for what it does and tells what went wrong. */
export function Form({ title, action, onSubmit, children }: FormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await onSubmit();
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class="card" onSubmit={(event) => void submit(event)} aria-busy={busy}>
      <h2>{title}</h2>
      {children}
      {error && (
        <p role="alert" class="error">
          {error}
        </p>
      )}
      <button type="submit" class="primary" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
