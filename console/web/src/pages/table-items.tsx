import { type DynamoDBClient, QueryCommand, ScanCommand, type TableDescription } from '@aws-sdk/client-dynamodb';
import { useState } from 'preact/hooks';
import { Field } from '../parts/field';
import { Failure, Filter, fits, Rows } from '../parts/ui';
import { to, withQuery } from '../routes';
import { usePages } from '../state';
import { indexNames, type Item, keyOf, keyValue, primaryKey, shown, write } from './attributes';

const PAGE = 50;

/** So many attributes beside the key have columns of their own. */
const COLUMNS = 6;

interface Asked {
  index: string;
  partition: string;
  sort: string;
}

/** The items of a table: all, page by page, or those of one key. */
export function Items({ client, table }: { client: DynamoDBClient; table: TableDescription }) {
  const [index, setIndex] = useState('');
  const [partition, setPartition] = useState('');
  const [sort, setSort] = useState('');
  const [asked, setAsked] = useState<Asked>({ index: '', partition: '', sort: '' });
  const [filter, setFilter] = useState('');
  const name = table.TableName!;
  const { items, loading, error, more } = usePages<Item, Item>(
    async (next) => {
      const page = await client.send(asked.partition ? query(table, asked, next) : scan(table, asked, next));
      return { items: page.Items ?? [], next: page.LastEvaluatedKey };
    },
    [client, table, asked],
  );
  const keys = keyOf(table);
  const [partitionName, sortName] = keyOf(table, index);
  const columns = [...keys, ...others(items, keys)];
  const kept = items.filter((item) => fits(filter, ...Object.values(item).map(shown)));

  function submit(event: Event): void {
    event.preventDefault();
    setAsked({ index, partition, sort });
  }

  return (
    <>
      <form class="line" onSubmit={submit}>
        {indexNames(table).length > 0 && (
          <div class="field">
            <label for="index">Index</label>
            <select id="index" value={index} onChange={(event) => setIndex(event.currentTarget.value)}>
              <option value="">None</option>
              {indexNames(table).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </div>
        )}
        <Field label={partitionName!} value={partition} onChange={setPartition} placeholder="any" />
        {sortName && <Field label={sortName} value={sort} onChange={setSort} placeholder="any" />}
        <button class="primary">{partition ? 'Query' : 'Scan'}</button>
        <a class="plain" href={to('tables', name, 'item')}>
          New item
        </a>
        <Filter value={filter} onChange={setFilter} label="Filter these" />
      </form>
      <Failure error={error} />
      <Rows heads={columns} loading={loading} more={more} empty={asked.partition ? 'No item has this key.' : 'No item yet.'}>
        {kept.map((item) => {
          const key = write(primaryKey(table, item));
          return (
            <tr key={key}>
              {columns.map((column, at) => (
                <td key={column} class="value" title={shown(item[column])}>
                  {at === 0 ? (
                    <a href={withQuery(to('tables', name, 'item'), { key })}>{shown(item[column])}</a>
                  ) : (
                    shown(item[column])
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </Rows>
    </>
  );
}

/** The attributes that most items have, beside their key. */
function others(items: Item[], keys: string[]): string[] {
  const counts = new Map<string, number>();
  items.flatMap(Object.keys).forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts]
    .filter(([name]) => !keys.includes(name))
    .sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
    .slice(0, COLUMNS)
    .map(([name]) => name);
}

function scan(table: TableDescription, { index }: Asked, next: Item | undefined): ScanCommand {
  return new ScanCommand({
    TableName: table.TableName,
    IndexName: index || undefined,
    Limit: PAGE,
    ExclusiveStartKey: next,
  });
}

function query(table: TableDescription, { index, partition, sort }: Asked, next: Item | undefined): QueryCommand {
  const [partitionName, sortName] = keyOf(table, index);
  const bySort = sortName !== undefined && sort !== '';
  return new QueryCommand({
    TableName: table.TableName,
    IndexName: index || undefined,
    Limit: PAGE,
    ExclusiveStartKey: next,
    KeyConditionExpression: bySort ? '#p = :p AND #s = :s' : '#p = :p',
    ExpressionAttributeNames: { '#p': partitionName!, ...(bySort && { '#s': sortName }) },
    ExpressionAttributeValues: {
      ':p': keyValue(table, partitionName!, partition),
      ...(bySort && { ':s': keyValue(table, sortName, sort) }),
    },
  });
}
