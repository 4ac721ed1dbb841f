import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { bytes, number } from '../format';
import { metric, type Plot, Plots } from '../parts/plots';
import { Facts } from '../parts/ui';

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

/** What a table was asked for over time: capacity, throttles, latencies. */
export function TableMetrics({ table }: { table: TableDescription }) {
  return (
    <>
      <Facts
        of={[
          ['Items', number(table.ItemCount ?? 0)],
          ['Size', bytes(table.TableSizeBytes)],
          ['Billing', table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST' ? 'on demand' : provisioned(table)],
        ]}
      />
      <Plots of={plots(table.TableName!)} />
    </>
  );
}

function provisioned({ ProvisionedThroughput: units }: TableDescription): string {
  return `${units?.ReadCapacityUnits ?? 0} read and ${units?.WriteCapacityUnits ?? 0} write units per second`;
}

function plots(name: string): Plot[] {
  const of = (metricName: string, operation?: string) =>
    metric('AWS/DynamoDB', metricName, { TableName: name, ...(operation && { Operation: operation }) });
  const latency = (operation: string) => ({
    label: operation,
    metric: of('SuccessfulRequestLatency', operation),
    stat: 'Average',
  });
  return [
    {
      title: 'Consumed capacity, units',
      lines: [
        { label: 'read', metric: of('ConsumedReadCapacityUnits') },
        { label: 'write', metric: of('ConsumedWriteCapacityUnits') },
      ],
    },
    {
      title: 'Throttled and refused',
      lines: [
        { label: 'reads throttled', metric: of('ReadThrottleEvents') },
        { label: 'writes throttled', metric: of('WriteThrottleEvents') },
        { label: 'conditions failed', metric: of('ConditionalCheckFailedRequests') },
      ],
    },
    { title: 'Latency of reads, ms', lines: READS.map(latency) },
    { title: 'Latency of writes, ms', lines: WRITES.map(latency) },
    { title: 'Returned items', lines: ['Query', 'Scan'].map((operation) => ({ label: operation, metric: of('ReturnedItemCount', operation) })) },
  ];
}
