import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { useState } from 'preact/hooks';
import { Area } from '../parts/field';
import { Action, Failure, Show } from '../parts/ui';
import { to } from '../routes';
import { useLoaded } from '../state';
import { type Item as Attributes, keyOf, keyValue, read, write } from './attributes';

interface ItemProps {
  client: DynamoDBClient;
  table: TableDescription;
  /** DynamoDB's JSON of the key; null for an item to be made. */
  itemKey: string | null;
}

/** One item as DynamoDB's JSON, to be seen, changed and deleted. */
export function Item({ client, table, itemKey }: ItemProps) {
  const item = useLoaded(async () => {
    if (itemKey === null) {
      return Object.fromEntries(keyOf(table).map((name) => [name, keyValue(table, name, '')]));
    }
    const key = read(itemKey);
    const { Item } = await client.send(new GetItemCommand({ TableName: table.TableName, Key: key, ConsistentRead: true }));
    if (!Item) {
      throw new Error('There is no such item any more.');
    }
    return Item;
  }, [client, table, itemKey]);
  return <Show of={item}>{(found) => <Editor client={client} table={table} item={found} itemKey={itemKey} />}</Show>;
}

function Editor({ client, table, item, itemKey }: ItemProps & { item: Attributes }) {
  const [text, setText] = useState(() => write(item));
  const [error, setError] = useState<Error>();
  const [saved, setSaved] = useState(false);
  const name = table.TableName!;
  const [partition] = keyOf(table);

  async function save(): Promise<void> {
    setSaved(false);
    // A new item takes no other's place.
    const unless =
      itemKey === null
        ? { ConditionExpression: 'attribute_not_exists(#p)', ExpressionAttributeNames: { '#p': partition! } }
        : {};
    await client.send(new PutItemCommand({ TableName: name, Item: read(text), ...unless }));
    setSaved(true);
    if (itemKey === null) {
      location.hash = to('tables', name);
    }
  }

  async function remove(): Promise<void> {
    await client.send(new DeleteItemCommand({ TableName: name, Key: read(itemKey!) }));
    location.hash = to('tables', name);
  }

  return (
    <div class="form">
      <Failure error={error} />
      <Area label="Item, in DynamoDB’s JSON" rows={18} value={text} onChange={setText} />
      <div class="line">
        <Action kind="primary" run={save} onFailure={setError}>
          Save
        </Action>
        {itemKey !== null && (
          <Action kind="danger" run={remove} onFailure={setError} confirm="Delete this item?">
            Delete
          </Action>
        )}
        {saved && <span role="status" class="state good">Saved</span>}
      </div>
    </div>
  );
}
