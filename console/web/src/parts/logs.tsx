import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { clock } from '../format';
import { useEvery } from '../state';
import { useClient } from './signed-in';
import { Failure, Filter, fits } from './ui';

const EVERY_MILLIS = 2000;
const FIRST_MILLIS = 3_600_000;
const SHOWN = 1000;

/** The last hour of a log group and what comes after. */
export function Logs({ group }: { group: string }) {
  const client = useClient((config) => new CloudWatchLogsClient(config));
  const [events, setEvents] = useState<FilteredLogEvent[]>();
  const [error, setError] = useState<Error>();
  const [filter, setFilter] = useState('');
  const [live, setLive] = useState(true);
  const busy = useRef(false);

  async function look(): Promise<void> {
    if (busy.current) {
      return;
    }
    busy.current = true;
    try {
      const from = events?.at(-1)?.timestamp ?? Date.now() - FIRST_MILLIS;
      const found = await since(client, group, from);
      const known = new Set(events?.map(({ eventId }) => eventId));
      const fresh = found.filter(({ eventId }) => !known.has(eventId));
      setEvents([...(events ?? []), ...fresh].slice(-SHOWN));
      setError(undefined);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      busy.current = false;
    }
  }
  useEffect(() => void look(), [client, group]);
  useEvery(EVERY_MILLIS, () => void look(), live && !error);

  const shown = (events ?? []).filter(({ message }) => fits(filter, message));
  return (
    <>
      <div class="line">
        <Filter value={filter} onChange={setFilter} />
        <label class="tick">
          <input type="checkbox" checked={live} onChange={(event) => setLive(event.currentTarget.checked)} />
          Live
        </label>
      </div>
      <Failure error={error} />
      {shown.length ? (
        <pre tabIndex={0} aria-label="Log">
          {shown.map(({ eventId, timestamp, message }) => (
            <div key={eventId}>
              <span class="quiet">{clock(timestamp ?? 0)}</span> {message?.trimEnd()}
            </div>
          ))}
        </pre>
      ) : (
        !error && <p class="quiet">{events ? 'Nothing was logged in the last hour.' : 'Loading …'}</p>
      )}
    </>
  );
}

async function since(client: CloudWatchLogsClient, group: string, from: number): Promise<FilteredLogEvent[]> {
  const found: FilteredLogEvent[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(
      new FilterLogEventsCommand({ logGroupName: group, startTime: from, nextToken: next }),
    );
    found.push(...(page.events ?? []));
    next = page.nextToken;
  } while (next && found.length < SHOWN);
  return found;
}
