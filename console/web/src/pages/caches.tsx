import { CloudWatchClient, ListMetricsCommand, type Metric } from '@aws-sdk/client-cloudwatch';
import { useState } from 'preact/hooks';
import type { PageProps } from '../pages';
import { metric, type Plot, Plots, type Wanted } from '../parts/plots';
import { useClient } from '../parts/signed-in';
import { Filter, fits, Page, Rows, Show } from '../parts/ui';
import { to } from '../routes';
import { useLoaded } from '../state';

const DAX = 'AWS/DAX';
const API = 'AWS/ApiGateway';

/** The caches of DAX clusters and of API stages: how often they spared a request, and what they hold. */
export function Caches({ parts }: PageProps) {
  const [kind, name, stage] = parts;
  if (kind === 'cluster' && name) {
    return <Cache title={name} plots={clusterPlots(name)} />;
  }
  return kind === 'stage' && name && stage ? (
    <Cache title={`${name} ${stage}`} plots={stagePlots(name, stage)} />
  ) : (
    <List />
  );
}

interface Found {
  href: string;
  name: string;
  kind: string;
}

function List() {
  const client = useClient((config) => new CloudWatchClient(config));
  const [filter, setFilter] = useState('');
  const caches = useLoaded(() => find(client), [client]);
  return (
    <Page title="Caches" tools={<Filter value={filter} onChange={setFilter} />}>
      <Show of={caches}>
        {(found) => (
          <Rows heads={['Cache', 'Kind']} empty="No DAX cluster and no stage's cache was used in the last two weeks.">
            {found
              .filter(({ name, kind }) => fits(filter, name, kind))
              .map(({ href, name, kind }) => (
                <tr key={href}>
                  <td>
                    <a href={href}>{name}</a>
                  </td>
                  <td>{kind}</td>
                </tr>
              ))}
          </Rows>
        )}
      </Show>
    </Page>
  );
}

function Cache({ title, plots }: { title: string; plots: Plot[] }) {
  return (
    <Page title={title} up={{ href: to('caches'), name: 'Caches' }}>
      <Plots of={plots} />
    </Page>
  );
}

async function find(client: CloudWatchClient): Promise<Found[]> {
  const [clusters, hits, misses] = await Promise.all([
    list(client, DAX, 'TotalRequestCount', 'ClientConnections'),
    list(client, API, 'CacheHitCount'),
    list(client, API, 'CacheMissCount'),
  ]);
  const found = new Map<string, Found>();
  for (const { Dimensions = [] } of [...clusters, ...hits, ...misses]) {
    const of = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value ?? '']));
    const one = of.ClusterId
      ? { href: to('caches', 'cluster', of.ClusterId), name: of.ClusterId, kind: 'DAX cluster' }
      : of.Stage && { href: to('caches', 'stage', of.ApiName ?? '', of.Stage), name: `${of.ApiName} ${of.Stage}`, kind: 'API stage' };
    if (one) {
      found.set(one.href, one);
    }
  }
  return [...found.values()];
}

async function list(client: CloudWatchClient, Namespace: string, ...names: string[]): Promise<Metric[]> {
  const metrics: Metric[] = [];
  for (const MetricName of names) {
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListMetricsCommand({ Namespace, MetricName, NextToken }));
      metrics.push(...(page.Metrics ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
  }
  return metrics;
}

function rate(hits: string, misses: string, label: string): Wanted {
  return { label, expression: `IF(${hits} + ${misses} > 0, 100 * ${hits} / (${hits} + ${misses}))` };
}

function clusterPlots(ClusterId: string): Plot[] {
  const of = (name: string) => metric(DAX, name, { ClusterId });
  const kinds = ['Item', 'Query', 'Scan'];
  const sums = (...names: string[]): Wanted[] => names.map((label) => ({ label, metric: of(label) }));
  return [
    {
      title: 'Hit rate, %',
      lines: kinds.map((kind) => {
        const id = kind.toLowerCase();
        return rate(`${id}_hits`, `${id}_misses`, kind);
      }),
    },
    {
      title: 'Hits',
      lines: kinds.map((label) => ({ label, id: `${label.toLowerCase()}_hits`, metric: of(`${label}CacheHits`) })),
    },
    {
      title: 'Misses',
      lines: kinds.map((label) => ({ label, id: `${label.toLowerCase()}_misses`, metric: of(`${label}CacheMisses`) })),
    },
    { title: 'Requests', lines: sums('TotalRequestCount', 'ErrorRequestCount', 'FaultRequestCount', 'FailedRequestCount') },
    { title: 'Held, bytes', lines: [{ label: 'EstimatedDbSize', stat: 'Average', metric: of('EstimatedDbSize') }] },
    { title: 'Evicted, bytes', lines: sums('EvictedSize') },
    { title: 'Memory in use, %', lines: [{ label: 'CacheMemoryUtilization', stat: 'Average', metric: of('CacheMemoryUtilization') }] },
    { title: 'Connections', lines: [{ label: 'ClientConnections', stat: 'Maximum', metric: of('ClientConnections') }] },
  ];
}

function stagePlots(ApiName: string, Stage: string): Plot[] {
  const of = (name: string) => metric(API, name, { ApiName, Stage });
  return [
    { title: 'Hit rate, %', lines: [rate('hits', 'misses', 'hit rate')] },
    {
      title: 'Answers',
      lines: [
        { label: 'from the cache', id: 'hits', metric: of('CacheHitCount') },
        { label: 'from behind', id: 'misses', metric: of('CacheMissCount') },
      ],
    },
    {
      title: 'Latency, ms',
      lines: [
        { label: 'mean', stat: 'Average', metric: of('Latency') },
        { label: 'p99', stat: 'p99', metric: of('Latency') },
        { label: 'behind', stat: 'Average', metric: of('IntegrationLatency') },
      ],
    },
    { title: 'Requests', lines: ['Count', '4XXError', '5XXError'].map((label) => ({ label, metric: of(label) })) },
  ];
}
