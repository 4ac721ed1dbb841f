import type { Session } from './session';

export interface Todo {
  id: string;
  title: string;
  done: boolean;
  createdAt: string;
  /** The last day for it, such as 2026-12-31. */
  due?: string;
  /** The key of its photo. */
  photo?: string;
}

/** What may be changed of a todo; null removes. */
export interface Change {
  title?: string;
  done?: boolean;
  due?: string | null;
  photo?: string | null;
}

/** Where this browser keeps the name of what it wrote last, for which no cache has an older answer. */
const VERSION = 'todos.version';

/** The todos of who is signed in, as the REST API keeps them. */
export class Todos {
  private readonly url: string;

  constructor(
    sharedTodos: string,
    private readonly session: Session,
  ) {
    this.url = sharedTodos.replace(/\/todos$/, '/my/todos');
  }

  async list(): Promise<Todo[]> {
    const version = localStorage.getItem(VERSION);
    return (await this.send('GET', version ? `?version=${version}` : '')) as Todo[];
  }

  async create(title: string, due?: string): Promise<Todo> {
    return (await this.send('POST', '', { title, ...(due ? { due } : {}) })) as Todo;
  }

  async change(id: string, change: Change): Promise<Todo> {
    return (await this.send('PUT', `/${id}`, change)) as Todo;
  }

  async remove(id: string): Promise<void> {
    await this.send('DELETE', `/${id}`);
  }

  private async send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        Authorization: await this.session.idToken(),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : undefined;
    if (method !== 'GET') {
      localStorage.setItem(VERSION, Date.now().toString(36));
    }
    if (!response.ok) {
      const said = (answer as { message?: string } | undefined)?.message;
      throw new Error(said ?? `The server answered ${response.status}.`);
    }
    return answer;
  }
}
