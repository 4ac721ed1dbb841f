import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'password';
  autocomplete?: string;
  required?: boolean;
  placeholder?: string;
}

export function Field({ label, value, onChange, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  // The types of inputs are told apart by a literal, which a variable is not.
  const kind = { type } as { type: 'text' };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...kind}
        value={value}
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
        {...rest}
      />
    </div>
  );
}

interface AreaProps {
  label: string;
  value: string;
  onChange(value: string): void;
  rows?: number;
}

/** Several lines of text in a code's letters. */
export function Area({ label, value, onChange, rows = 8 }: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="code"
        rows={rows}
        spellcheck={false}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
