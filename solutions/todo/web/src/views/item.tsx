import { useEffect, useRef, useState } from 'preact/hooks';
import type { Photos } from '../photos';
import type { Change, Todo } from '../todos';

interface ItemProps {
  todo: Todo;
  photos: Photos;
  attempt(what: () => Promise<void>): Promise<void>;
  onChange(change: Change): Promise<void>;
  onRemove(): Promise<void>;
}

/** One todo. A picture is attached by dropping it here, or by the button. */
export function Item({ todo, photos, attempt, onChange, onRemove }: ItemProps) {
  const [share, setShare] = useState<number>();
  const [over, setOver] = useState(false);
  const [address, setAddress] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setAddress(undefined);
    if (todo.photo) {
      const key = todo.photo;
      void attempt(async () => setAddress(await photos.address(key)));
    }
  }, [todo.photo]);

  const attach = (photo: File | undefined) =>
    attempt(async () => {
      if (!photo) {
        return;
      }
      try {
        setShare(0);
        const before = todo.photo;
        const key = await photos.upload(todo.id, photo, setShare);
        await onChange({ photo: key });
        if (before && before !== key) {
          await photos.remove(before);
        }
      } finally {
        setShare(undefined);
      }
    });

  return (
    <li
      class={`todo${todo.done ? ' done' : ''}${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void attach(event.dataTransfer?.files[0]);
      }}
    >
      <label class="check">
        <input
          type="checkbox"
          checked={todo.done}
          onChange={(event) => void onChange({ done: event.currentTarget.checked })}
        />
        <span class="title">{todo.title}</span>
      </label>
      {todo.due && <Due day={todo.due} late={!todo.done && todo.due < today()} />}
      <span class="tools">
        <button
          type="button"
          class="tool"
          aria-label={`Attach a photo to ${todo.title}`}
          title="Attach a photo, or drop one here"
          onClick={() => picker.current?.click()}
        >
          + Photo
        </button>
        <button
          type="button"
          class="tool"
          aria-label={`Delete ${todo.title}`}
          onClick={() => void onRemove()}
        >
          Delete
        </button>
      </span>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => void attach(event.currentTarget.files?.[0])}
      />
      {share !== undefined && <progress value={share} aria-label="Uploading the photo" />}
      {address && (
        <div class="photo">
          <img src={address} alt={`Photo of ${todo.title}`} />
        </div>
      )}
    </li>
  );
}

function Due({ day, late }: { day: string; late: boolean }) {
  const shown = new Date(`${day}T00:00`).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (
    <time dateTime={day} class={late ? 'due late' : 'due'}>
      {late ? `Due since ${shown}` : shown}
    </time>
  );
}

/** Here, as a date of a calendar. */
function today(): string {
  const now = new Date();
  const here = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 10);
}
