import { useEffect, useState } from 'preact/hooks';
import { bytes, clock, micros, nameOf, pretty } from '../format';
import type { PageProps } from '../pages';
import { useSession } from '../parts/signed-in';
import { Facts, Failure, Filter, fits, Page, Rows, Show } from '../parts/ui';
import { ask, askJson } from '../session';
import { useEvery, useLoaded } from '../state';

interface Served {
  at: string;
  requestId: string;
  service: string;
  operation: string;
  region: string;
  caller: string;
  status: number;
  error: string | null;
  bytesIn: number;
  bytesOut: number;
  micros: number;
}

const EVERY_MILLIS = 1500;

/** The codes by which AWS says that a policy, or no policy, decided. */
const DENIALS = new Set(['AccessDenied', 'AccessDeniedException', 'AuthorizationError', 'UnauthorizedOperation']);

function decision(served: Served): 'denied' | 'failed' | 'refused' | 'allowed' {
  if (served.error && DENIALS.has(served.error)) {
    return 'denied';
  }
  return served.status >= 500 ? 'failed' : served.status >= 400 ? 'refused' : 'allowed';
}

export function Requests({ query }: PageProps) {
  const session = useSession();
  const [filter, setFilter] = useState(query.get('filter') ?? '');
  const [live, setLive] = useState(true);
  const [only, setOnly] = useState('');
  const [all, setAll] = useState<Served[]>();
  const [error, setError] = useState<Error>();
  const [open, setOpen] = useState('');

  const look = () =>
    askJson<Served[]>(session, '/_brume/requests').then(
      (served) => {
        setAll(served);
        setError(undefined);
      },
      setError,
    );
  useEffect(() => void look(), []);
  useEvery(EVERY_MILLIS, () => void look(), live);

  const shown = (all ?? []).filter(
    (served) =>
      (!only || decision(served) === only) &&
      fits(filter, served.service, served.operation, served.caller, served.status, served.error ?? '', served.requestId),
  );
  return (
    <Page
      title="Requests"
      tools={
        <>
          <Filter value={filter} onChange={setFilter} label="Service, status or caller" />
          <select aria-label="Decision" value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
            <option value="">All</option>
            <option value="allowed">Allowed</option>
            <option value="denied">Denied</option>
            <option value="refused">Refused</option>
            <option value="failed">Failed</option>
          </select>
          <label class="tick">
            <input type="checkbox" checked={live} onChange={(event) => setLive(event.currentTarget.checked)} />
            Live
          </label>
        </>
      }
    >
      <Failure error={error} />
      <Rows
        class="requests"
        loading={!all && !error}
        empty={all?.length ? 'No request fits the filter.' : 'No request yet.'}
        heads={['Time', 'Operation', 'Caller', 'Decision', { text: 'Status', number: true }, { text: 'Latency', number: true }]}
      >
        {shown.flatMap((served) => {
          const key = served.requestId + served.at + served.operation;
          const row = (
            <tr key={key} class="opens" onClick={() => setOpen(open === key ? '' : key)}>
              <td class="time">
                <button class="row" aria-expanded={open === key}>
                  {clock(served.at)}
                </button>
              </td>
              <td>
                <span class="quiet">{served.service}</span> {served.operation}
              </td>
              <td title={served.caller}>{nameOf(served.caller)}</td>
              <td>
                <span class={`state ${decision(served)}`}>{decision(served)}</span>
              </td>
              <td class="number">{served.status}</td>
              <td class="number">{micros(served.micros)}</td>
            </tr>
          );
          return open === key
            ? [row, <tr key={`${key} more`}><td colSpan={6} class="detail"><Detail served={served} /></td></tr>]
            : [row];
        })}
      </Rows>
    </Page>
  );
}

/** What the audit log has of a request, which also tells which statement decided. */
function Detail({ served }: { served: Served }) {
  const session = useSession();
  const record = useLoaded(
    async () => (await ask(session, '/_brume/audit', { requestID: served.requestId, limit: '1' })).text(),
    [served.requestId],
  );
  return (
    <>
      <Facts
        of={[
          ['Request', <code>{served.requestId}</code>],
          ['Caller', <code>{served.caller}</code>],
          ['Region', served.region],
          ['Status', served.error ? `${served.status} ${served.error}` : served.status],
          ['Bytes', `${bytes(served.bytesIn)} in, ${bytes(served.bytesOut)} out`],
        ]}
      />
      <Show of={record}>
        {(text) =>
          text ? (
            <pre class="code">{pretty(text)}</pre>
          ) : (
            <p class="quiet">The audit log has denied and changing calls; this is none.</p>
          )
        }
      </Show>
    </>
  );
}
