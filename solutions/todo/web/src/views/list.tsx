import { useEffect, useState } from 'preact/hooks';
import type { Photos } from '../photos';
import type { Change, Todo, Todos } from '../todos';
import { Item } from './item';

interface ListProps {
  email: string;
  todos: Todos;
  photos: Photos;
  onSignOut(): void;
}

/** The todos of who is signed in: those to do first, by due date, then those done. */
export function List({ email, todos, photos, onSignOut }: ListProps) {
  const [items, setItems] = useState<Todo[]>();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const [error, setError] = useState('');

  /** Does something and tells when it failed. */
  async function attempt(what: () => Promise<void>): Promise<void> {
    setError('');
    try {
      await what();
    } catch (failure) {
      setError((failure as Error).message);
    }
  }

  useEffect(() => {
    void attempt(async () => {
      const listed = await todos.list();
      // What was added meanwhile may be newer than the list.
      setItems((added = []) => [
        ...listed.filter((todo) => !added.some((one) => one.id === todo.id)),
        ...added,
      ]);
    });
  }, []);

  const create = () =>
    attempt(async () => {
      const created = await todos.create(title, due || undefined);
      setItems((all = []) => [...all, created]);
      setTitle('');
      setDue('');
    });

  const change = (id: string, what: Change) =>
    attempt(async () => {
      const changed = await todos.change(id, what);
      setItems((all = []) => all.map((todo) => (todo.id === id ? changed : todo)));
    });

  const remove = (todo: Todo) =>
    attempt(async () => {
      await todos.remove(todo.id);
      setItems((all = []) => all.filter((other) => other.id !== todo.id));
      if (todo.photo) {
        await photos.remove(todo.photo);
      }
    });

  const left = items?.filter((todo) => !todo.done).length ?? 0;
  return (
    <div class="page">
      <header>
        <h1>Todos</h1>
        <span class="who">{email}</span>
        <button type="button" class="link" onClick={onSignOut}>
          Sign out
        </button>
      </header>
      <main>
        <form
          class="new"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <input
            aria-label="What is to be done"
            placeholder="What is to be done?"
            required
            maxLength={200}
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
          <input
            aria-label="Due"
            type="date"
            value={due}
            onInput={(event) => setDue(event.currentTarget.value)}
          />
          <button type="submit" class="primary">
            Add
          </button>
        </form>
        {error && (
          <p role="alert" class="error">
            {error}
          </p>
        )}
        {items && (
          <p class="count" aria-live="polite">
            {items.length === 0 ? 'Nothing yet. Add the first.' : `${left} of ${items.length} to do`}
          </p>
        )}
        <ul class="todos" aria-busy={items === undefined}>
          {[...(items ?? [])].sort(order).map((todo) => (
            <Item
              key={todo.id}
              todo={todo}
              photos={photos}
              attempt={attempt}
              onChange={(what) => change(todo.id, what)}
              onRemove={() => remove(todo)}
            />
          ))}
        </ul>
      </main>
    </div>
  );
}

function order(a: Todo, b: Todo): number {
  const never = '9999';
  return (
    Number(a.done) - Number(b.done) ||
    (a.due ?? never).localeCompare(b.due ?? never) ||
    a.createdAt.localeCompare(b.createdAt)
  );
}
