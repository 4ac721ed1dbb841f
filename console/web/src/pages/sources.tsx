import {
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { useState } from 'preact/hooks';
import { date, nameOf } from '../format';
import type { PageProps } from '../pages';
import { metric, type Plot, Plots } from '../parts/plots';
import { useClient } from '../parts/signed-in';
import { Facts, Failure, Filter, fits, Page, Rows, Show } from '../parts/ui';
import { to } from '../routes';
import { useEvery, useLoaded, usePages } from '../state';

const REFRESH_MILLIS = 5_000;

/** What functions read by themselves: streams and queues, how far they are, and what went wrong. */
export function Sources({ parts }: PageProps) {
  const client = useClient((config) => new LambdaClient(config));
  return parts[0] === undefined ? <List client={client} /> : <Mapping client={client} id={parts[0]} />;
}

function List({ client }: { client: LambdaClient }) {
  const [filter, setFilter] = useState('');
  return (
    <Page title="Event sources" tools={<Filter value={filter} onChange={setFilter} />}>
      <Mappings client={client} filter={filter} />
    </Page>
  );
}

interface MappingsProps {
  client: LambdaClient;
  /** The ARN of the only stream or queue of interest. */
  source?: string;
  filter?: string;
}

/** The functions that read by themselves, of all sources or of one. */
export function Mappings({ client, source, filter = '' }: MappingsProps) {
  const { items, loading, error, more, reload } = usePages<EventSourceMappingConfiguration, string>(
    async (next) => {
      const page = await client.send(new ListEventSourceMappingsCommand({ EventSourceArn: source, Marker: next }));
      return { items: page.EventSourceMappings ?? [], next: page.NextMarker };
    },
    [client, source],
  );
  useEvery(REFRESH_MILLIS, reload, !more);
  return (
    <>
      <Failure error={error} />
      <Rows
        heads={['Source', 'Function', 'State', 'Last result', 'Changed']}
        loading={loading && items.length === 0}
        more={more}
        empty={source ? 'No function reads it.' : 'No function reads a stream or a queue.'}
      >
        {items
          .filter(({ EventSourceArn, FunctionArn, State }) => fits(filter, EventSourceArn, FunctionArn, State))
          .map((one) => (
            <tr key={one.UUID}>
              <td>
                <a href={to('sources', one.UUID!)}>{sourceOf(one)}</a>
              </td>
              <td>
                <a href={to('functions', functionOf(one))}>{functionOf(one)}</a>
              </td>
              <td>{one.State}</td>
              <td class={isBad(one) ? 'bad' : ''}>{one.LastProcessingResult}</td>
              <td class="time">{date(one.LastModified)}</td>
            </tr>
          ))}
      </Rows>
    </>
  );
}

function Mapping({ client, id }: { client: LambdaClient; id: string }) {
  const mapping = useLoaded(() => client.send(new GetEventSourceMappingCommand({ UUID: id })), [client, id]);
  useEvery(REFRESH_MILLIS, mapping.reload);
  return (
    <Page title="Event source" up={{ href: to('sources'), name: 'Event sources' }}>
      <Show of={mapping}>
        {(one) => (
          <>
            <Facts
              of={[
                ['Source', <SourceLink of={one} />],
                ['Function', <a href={to('functions', functionOf(one))}>{functionOf(one)}</a>],
                ['State', one.State],
                ['Why', one.StateTransitionReason],
                ['Last result', <span class={isBad(one) ? 'bad' : ''}>{one.LastProcessingResult}</span>],
                ['Begins at', one.StartingPosition],
                ['Batch', `${one.BatchSize ?? 'any number of'} records, after ${one.MaximumBatchingWindowInSeconds ?? 0} s`],
              ]}
            />
            <Plots of={plots(one)} />
            <h2>Description</h2>
            <pre class="code">{JSON.stringify(one, null, 2)}</pre>
          </>
        )}
      </Show>
    </Page>
  );
}

/** The page of a stream, or the ARN of a queue. */
function SourceLink({ of: { EventSourceArn = '' } }: { of: EventSourceMappingConfiguration }) {
  const table = tableOf(EventSourceArn);
  const arn = <code>{EventSourceArn}</code>;
  return table ? <a href={to('tables', table, 'stream')}>{arn}</a> : arn;
}

/** How far it is behind, and what its function made of the records. */
function plots(one: EventSourceMappingConfiguration): Plot[] {
  const of = (name: string) => metric('AWS/Lambda', name, { FunctionName: functionOf(one) });
  const age = {
    title: 'Age of the last record read, ms',
    lines: ['Maximum', 'Average'].map((stat) => ({ label: stat.toLowerCase(), stat, metric: of('IteratorAge') })),
  };
  const invocations = {
    title: 'Invocations',
    lines: ['Invocations', 'Errors', 'Throttles'].map((name) => ({ label: name.toLowerCase(), metric: of(name) })),
  };
  return tableOf(one.EventSourceArn ?? '') ? [age, invocations] : [invocations];
}

/** The table of a stream, or the name of a queue. */
function sourceOf({ EventSourceArn = '' }: EventSourceMappingConfiguration): string {
  const table = tableOf(EventSourceArn);
  return table ? `stream of ${table}` : nameOf(EventSourceArn);
}

function tableOf(arn: string): string | undefined {
  return /:table\/([^/]+)\/stream\//.exec(arn)?.[1];
}

function functionOf({ FunctionArn = '' }: EventSourceMappingConfiguration): string {
  return FunctionArn.split(':')[6] ?? FunctionArn;
}

function isBad({ LastProcessingResult = '' }: EventSourceMappingConfiguration): boolean {
  return LastProcessingResult.startsWith('PROBLEM');
}
