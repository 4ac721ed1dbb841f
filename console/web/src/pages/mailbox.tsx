import { useState } from 'preact/hooks';
import { bytes, date } from '../format';
import type { PageProps } from '../pages';
import { useSession } from '../parts/signed-in';
import { Action, Facts, Failure, Filter, fits, Page, Rows, Show, Tabs } from '../parts/ui';
import { to } from '../routes';
import { ask, askJson, type Session } from '../session';
import { useEvery, useLoaded, usePages } from '../state';

interface Mail {
  id: string;
  at: string;
  from: string;
  recipients: string[];
  subject: string;
  bytes: number;
  notes: string[];
}

interface Letter extends Mail {
  headers: { name: string; value: string }[];
  text: string | null;
  html: string | null;
  attachments: { number: number; name: string; type: string; bytes: number }[];
}

const EVERY_MILLIS = 3000;
const SIGNED_FOR = { service: 'ses' };

function messages(session: Session, ...parts: string[]): string {
  return ['', '_brume', 'mailbox', session.region, session.account, 'messages', ...parts.map(encodeURIComponent)].join('/');
}

export function Mailbox({ parts }: PageProps) {
  const [id, view] = parts;
  return id === undefined ? <List /> : <Message key={id} id={id} view={view ?? ''} />;
}

function List() {
  const session = useSession();
  const [filter, setFilter] = useState('');
  const { items, loading, error, more, reload } = usePages<Mail, string>(
    async (next) => {
      const query: Record<string, string> = next ? { next } : {};
      const page = await askJson<{ messages: Mail[]; next: string | null }>(session, messages(session), query, SIGNED_FOR);
      return { items: page.messages, next: page.next ?? undefined };
    },
    [session],
  );
  useEvery(EVERY_MILLIS, reload, !error && !more);
  return (
    <Page title="Mailbox" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={error} />
      <Rows heads={['Subject', 'From', 'To', 'Sent']} loading={loading} more={more} empty="No mail was sent from here yet.">
        {items
          .filter((mail) => fits(filter, mail.subject, mail.from, ...mail.recipients))
          .map((mail) => (
            <tr key={mail.id}>
              <td>
                <a href={to('mailbox', mail.id)}>{mail.subject || '(no subject)'}</a>
              </td>
              <td>{mail.from}</td>
              <td>{mail.recipients.join(', ')}</td>
              <td class="time">{date(mail.at)}</td>
            </tr>
          ))}
      </Rows>
    </Page>
  );
}

function Message({ id, view }: { id: string; view: string }) {
  const session = useSession();
  const [failure, setFailure] = useState<Error>();
  const letter = useLoaded(() => askJson<Letter>(session, messages(session, id), {}, SIGNED_FOR), [session, id]);

  async function save(name: string, ...parts: string[]): Promise<void> {
    const file = await (await ask(session, messages(session, id, ...parts), {}, SIGNED_FOR)).blob();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async function remove(): Promise<void> {
    await ask(session, messages(session, id), {}, { ...SIGNED_FOR, method: 'DELETE' });
    location.hash = to('mailbox');
  }

  return (
    <Page
      title={letter.value?.subject ?? ''}
      up={{ href: to('mailbox'), name: 'Mailbox' }}
      tools={
        <>
          <Action run={() => save(`${id}.eml`, 'raw')} onFailure={setFailure}>
            Save message
          </Action>
          <Action kind="danger" run={remove} onFailure={setFailure} confirm="Delete this message?">
            Delete
          </Action>
        </>
      }
    >
      <Failure error={failure} />
      <Show of={letter}>
        {(mail) => (
          <>
            <Facts
              of={[
                ['From', mail.from],
                ['To', mail.recipients.join(', ')],
                ['Sent', date(mail.at)],
                ['Size', bytes(mail.bytes)],
                ['Notes', mail.notes.join('; ')],
              ]}
            />
            <Content mail={mail} view={view} />
            {mail.attachments.map((attached) => (
              <p key={attached.number}>
                <Action
                  run={() => save(attached.name, 'attachments', String(attached.number))}
                  onFailure={setFailure}
                >
                  {attached.name}, {bytes(attached.bytes)}
                </Action>
              </p>
            ))}
          </>
        )}
      </Show>
    </Page>
  );
}

/** A letter's pages run no scripts, and the frame inherits that this page loads nothing from elsewhere. */
function Content({ mail, view }: { mail: Letter; view: string }) {
  const views = [
    ...(mail.html ? [{ name: 'HTML', path: 'html' }] : []),
    ...(mail.text ? [{ name: 'Text', path: 'text' }] : []),
    { name: 'Headers', path: 'headers' },
  ];
  const current = views.find(({ path }) => path === view) ?? views[0]!;
  return (
    <>
      <Tabs current={current.name} tabs={views.map(({ name, path }) => ({ name, href: to('mailbox', mail.id, path) }))} />
      {current.path === 'html' ? (
        <iframe class="letter" title="Message" sandbox="" srcdoc={mail.html ?? ''} />
      ) : (
        <pre>
          {current.path === 'text' ? mail.text : mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
        </pre>
      )}
    </>
  );
}
