import type { TableDescription } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as Change,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { useState } from 'preact/hooks';
import { bytes, date } from '../format';
import { useClient } from '../parts/signed-in';
import { Facts, Failure, Rows, Show } from '../parts/ui';
import { useEvery, useLoaded, usePages } from '../state';
import { shown } from './attributes';
import { Mappings } from './sources';

const REFRESH_MILLIS = 5_000;

/** How many records one More brings. */
const PAGE = 50;

/** The stream of a table: its shards, who reads it, and the records of the last 24 hours. */
export function TableStream({ table }: { table: TableDescription }) {
  const functions = useClient((config) => new LambdaClient(config));
  const arn = table.LatestStreamArn;
  if (!arn) {
    return <p class="quiet">This table has no stream.</p>;
  }
  return (
    <>
      <Stream arn={arn} />
      <h2>Read by</h2>
      <Mappings client={functions} source={arn} />
    </>
  );
}

function Stream({ arn }: { arn: string }) {
  const client = useClient((config) => new DynamoDBStreamsClient(config));
  const [chosen, setChosen] = useState<string>();
  const stream = useLoaded(() => describe(client, arn), [client, arn]);
  useEvery(REFRESH_MILLIS, stream.reload);
  return (
    <Show of={stream}>
      {({ status, view, shards }) => {
        const shard = shards.find(({ ShardId }) => ShardId === chosen) ?? shards.at(-1);
        return (
          <>
            <Facts
              of={[
                ['Status', status],
                ['Records hold', view],
                ['Open shards', shards.filter(isOpen).length],
                ['ARN', <code>{arn}</code>],
              ]}
            />
            <h2>Shards</h2>
            <Rows heads={['Shard', 'State', 'From', 'To', 'Parent']} empty="No shard.">
              {shards.map((one) => (
                <tr key={one.ShardId}>
                  <td>
                    <button class="plain" aria-pressed={one === shard} onClick={() => setChosen(one.ShardId)}>
                      {one.ShardId}
                    </button>
                  </td>
                  <td>{isOpen(one) ? 'open' : 'closed'}</td>
                  <td class="time">
                    <code>{one.SequenceNumberRange?.StartingSequenceNumber}</code>
                  </td>
                  <td class="time">
                    <code>{one.SequenceNumberRange?.EndingSequenceNumber}</code>
                  </td>
                  <td class="time">{one.ParentShardId}</td>
                </tr>
              ))}
            </Rows>
            <h2>Records, the oldest first</h2>
            {shard && <Records key={shard.ShardId} client={client} arn={arn} shard={shard.ShardId!} />}
          </>
        );
      }}
    </Show>
  );
}

interface RecordsProps {
  client: DynamoDBStreamsClient;
  arn: string;
  shard: string;
}

function Records({ client, arn, shard }: RecordsProps) {
  const { items, loading, error, more } = usePages<Change, string>(
    async (next) => {
      const iterator = next ?? (await oldest(client, arn, shard));
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: PAGE }));
      return { items: page.Records ?? [], next: page.NextShardIterator };
    },
    [client, arn, shard],
  );
  return (
    <>
      <Failure error={error} />
      <Rows heads={['Sequence number', 'Written', 'What', 'Key', 'By', { text: 'Size', number: true }]} loading={loading}>
        {items.map(({ dynamodb, eventName, userIdentity }) => (
          <tr key={dynamodb?.SequenceNumber}>
            <td class="time">
              <code>{dynamodb?.SequenceNumber}</code>
            </td>
            <td class="time">{date(dynamodb?.ApproximateCreationDateTime)}</td>
            <td>{eventName}</td>
            <td>{Object.values(dynamodb?.Keys ?? {}).map(shown).join(', ')}</td>
            <td>{userIdentity?.PrincipalId}</td>
            <td class="number">{bytes(dynamodb?.SizeBytes)}</td>
          </tr>
        ))}
      </Rows>
      {more && (
        <button class="plain more" disabled={loading} onClick={more}>
          {loading ? 'Loading …' : 'Read on'}
        </button>
      )}
    </>
  );
}

interface Described {
  status: string | undefined;
  view: string | undefined;
  shards: Shard[];
}

async function describe(client: DynamoDBStreamsClient, StreamArn: string): Promise<Described> {
  const shards: Shard[] = [];
  let status: string | undefined;
  let view: string | undefined;
  let ExclusiveStartShardId: string | undefined;
  do {
    const { StreamDescription: page } = await client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }));
    status = page?.StreamStatus;
    view = page?.StreamViewType;
    shards.push(...(page?.Shards ?? []));
    ExclusiveStartShardId = page?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId);
  return { status, view, shards };
}

async function oldest(client: DynamoDBStreamsClient, StreamArn: string, ShardId: string): Promise<string> {
  const asked = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  return (await client.send(asked)).ShardIterator!;
}

/** A shard without an end is still written to. */
function isOpen({ SequenceNumberRange }: Shard): boolean {
  return SequenceNumberRange?.EndingSequenceNumber === undefined;
}
