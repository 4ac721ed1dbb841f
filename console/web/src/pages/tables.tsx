import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { useState } from 'preact/hooks';
import { bytes, date, number } from '../format';
import type { PageProps } from '../pages';
import { useClient } from '../parts/signed-in';
import { Facts, Failure, Filter, fits, Page, Rows, Show, Tabs } from '../parts/ui';
import { to } from '../routes';
import { useLoaded, usePages } from '../state';
import { Item } from './table-item';
import { Items } from './table-items';
import { TableMetrics } from './table-metrics';
import { TableStream } from './table-stream';

export function Tables({ parts, query }: PageProps) {
  const client = useClient((config) => new DynamoDBClient(config));
  const [name, view] = parts;
  return name === undefined ? (
    <List client={client} />
  ) : (
    <Table key={name} client={client} name={name} view={view ?? 'items'} query={query} />
  );
}

function List({ client }: { client: DynamoDBClient }) {
  const [filter, setFilter] = useState('');
  const { items, loading, error, more } = usePages<string, string>(
    async (next) => {
      const page = await client.send(new ListTablesCommand({ ExclusiveStartTableName: next }));
      return { items: page.TableNames ?? [], next: page.LastEvaluatedTableName };
    },
    [client],
  );
  return (
    <Page title="Tables" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={error} />
      <Rows heads={['Table']} loading={loading} more={more} empty="No table in this region.">
        {items
          .filter((name) => fits(filter, name))
          .map((name) => (
            <tr key={name}>
              <td>
                <a href={to('tables', name)}>{name}</a>
              </td>
            </tr>
          ))}
      </Rows>
    </Page>
  );
}

interface TableProps {
  client: DynamoDBClient;
  name: string;
  view: string;
  query: URLSearchParams;
}

function Table({ client, name, view, query }: TableProps) {
  const described = useLoaded(
    async () => (await client.send(new DescribeTableCommand({ TableName: name }))).Table!,
    [client, name],
  );
  return (
    <Page title={name} up={{ href: to('tables'), name: 'Tables' }}>
      <Tabs
        current={{ facts: 'Table', metrics: 'Metrics', stream: 'Stream' }[view] ?? 'Items'}
        tabs={[
          { name: 'Items', href: to('tables', name) },
          { name: 'Metrics', href: to('tables', name, 'metrics') },
          { name: 'Stream', href: to('tables', name, 'stream') },
          { name: 'Table', href: to('tables', name, 'facts') },
        ]}
      />
      <Show of={described}>
        {(table) =>
          view === 'facts' ? (
            <>
              <Facts
                of={[
                  ['Status', table.TableStatus],
                  ['Key', table.KeySchema?.map(({ AttributeName, KeyType }) => `${AttributeName} (${KeyType})`).join(', ')],
                  ['Items', number(table.ItemCount ?? 0)],
                  ['Size', bytes(table.TableSizeBytes)],
                  ['Created', date(table.CreationDateTime)],
                  ['Stream', table.StreamSpecification?.StreamViewType],
                  ['ARN', <code>{table.TableArn}</code>],
                ]}
              />
              <h2>Description</h2>
              <pre class="code">{JSON.stringify(table, null, 2)}</pre>
            </>
          ) : view === 'metrics' ? (
            <TableMetrics table={table} />
          ) : view === 'stream' ? (
            <TableStream table={table} />
          ) : view === 'item' ? (
            <Item key={query.get('key')} client={client} table={table} itemKey={query.get('key')} />
          ) : (
            <Items client={client} table={table} />
          )
        }
      </Show>
    </Page>
  );
}
