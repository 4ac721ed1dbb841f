import type { AttributeValue, TableDescription } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

/** The names of the attributes that are a table's or an index's key, the partition key first. */
export function keyOf(table: TableDescription, index = ''): string[] {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const schema = index ? indexes.find(({ IndexName }) => IndexName === index)?.KeySchema : table.KeySchema;
  return (schema ?? []).map(({ AttributeName }) => AttributeName!);
}

export function indexNames(table: TableDescription): string[] {
  return [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].map(
    ({ IndexName }) => IndexName!,
  );
}

/** What was typed for an attribute of a key, as the type that the table gives it. */
export function keyValue(table: TableDescription, name: string, text: string): AttributeValue {
  const type = table.AttributeDefinitions?.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
  return type === 'N' ? { N: text } : type === 'B' ? { B: bytesOf(text) } : { S: text };
}

export function primaryKey(table: TableDescription, item: Item): Item {
  return Object.fromEntries(keyOf(table).map((name) => [name, item[name]!]));
}

/** A value as short text for a cell. */
export function shown(value: AttributeValue | undefined): string {
  if (value === undefined) {
    return '';
  }
  const text = value.S ?? value.N;
  return text ?? JSON.stringify(plain(value));
}

function plain(value: AttributeValue): unknown {
  if (value.M) {
    return Object.fromEntries(Object.entries(value.M).map(([name, inner]) => [name, plain(inner)]));
  }
  if (value.L) {
    return value.L.map(plain);
  }
  if (value.NULL) {
    return null;
  }
  if (value.N !== undefined) {
    return Number(value.N);
  }
  return value.S ?? value.BOOL ?? value.SS ?? value.NS ?? toText(value.B ?? value.BS);
}

function toText(binary: Uint8Array | Uint8Array[] | undefined): unknown {
  return Array.isArray(binary) ? binary.map(base64) : binary && base64(binary);
}

/** An item in DynamoDB's JSON, which keeps every type; binary is base64, as on the wire. */
export function write(item: Item): string {
  return JSON.stringify(item, (_, value: unknown) => (value instanceof Uint8Array ? base64(value) : value), 2);
}

/** Throws when it is not DynamoDB's JSON of an item. */
export function read(text: string): Item {
  return JSON.parse(text, (name, value: unknown) => {
    if (name === 'B' && typeof value === 'string') {
      return bytesOf(value);
    }
    return name === 'BS' && Array.isArray(value) ? value.map((part) => bytesOf(String(part))) : value;
  }) as Item;
}

function base64(binary: Uint8Array): string {
  return btoa(String.fromCharCode(...binary));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
