import { CloudWatchClient, ListMetricsCommand, type Metric } from '@aws-sdk/client-cloudwatch';
import { useState } from 'preact/hooks';
import { number } from '../format';
import type { PageProps } from '../pages';
import { Plots } from '../parts/plots';
import { useClient } from '../parts/signed-in';
import { Facts, Filter, fits, Page, Rows, Show } from '../parts/ui';
import { to, withQuery } from '../routes';
import { useLoaded } from '../state';
import { AlarmsOf } from './alarms';

const STATISTICS = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'p50', 'p90', 'p99', 'tm99'];

/** What CloudWatch has numbers of: namespaces, their metrics, and each metric over time. */
export function Metrics({ parts, query }: PageProps) {
  const client = useClient((config) => new CloudWatchClient(config));
  const [namespace, name] = parts;
  if (namespace === undefined) {
    return <Namespaces client={client} />;
  }
  return name === undefined ? (
    <Names key={namespace} client={client} namespace={namespace} />
  ) : (
    <One metric={metricOf(namespace, name, query)} />
  );
}

async function all(client: CloudWatchClient, Namespace?: string): Promise<Metric[]> {
  const metrics: Metric[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListMetricsCommand({ Namespace, NextToken }));
    metrics.push(...(page.Metrics ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return metrics;
}

function Namespaces({ client }: { client: CloudWatchClient }) {
  const [filter, setFilter] = useState('');
  const metrics = useLoaded(() => all(client), [client]);
  return (
    <Page title="Metrics" tools={<Filter value={filter} onChange={setFilter} />}>
      <Show of={metrics}>
        {(found) => (
          <Rows heads={['Namespace', { text: 'Metrics', number: true }]} empty="Nothing was measured in the last two weeks.">
            {[...counted(found)]
              .filter(([namespace]) => fits(filter, namespace))
              .map(([namespace, count]) => (
                <tr key={namespace}>
                  <td>
                    <a href={to('metrics', namespace)}>{namespace}</a>
                  </td>
                  <td class="number">{number(count)}</td>
                </tr>
              ))}
          </Rows>
        )}
      </Show>
    </Page>
  );
}

/** How many metrics there are of each namespace. */
function counted(metrics: Metric[]): Map<string, number> {
  const counts = new Map<string, number>();
  metrics.forEach(({ Namespace = '' }) => counts.set(Namespace, (counts.get(Namespace) ?? 0) + 1));
  return counts;
}

function Names({ client, namespace }: { client: CloudWatchClient; namespace: string }) {
  const [filter, setFilter] = useState('');
  const metrics = useLoaded(() => all(client, namespace), [client, namespace]);
  return (
    <Page
      title={namespace}
      up={{ href: to('metrics'), name: 'Metrics' }}
      tools={<Filter value={filter} onChange={setFilter} />}
    >
      <Show of={metrics}>
        {(found) => (
          <Rows heads={['Metric', 'Dimensions']} empty="Nothing was measured in the last two weeks.">
            {found
              .filter((one) => fits(filter, one.MetricName, dimensionsOf(one)))
              .map((one) => (
                <tr key={one.MetricName + dimensionsOf(one)}>
                  <td>
                    <a href={addressOf(one)}>{one.MetricName}</a>
                  </td>
                  <td>{dimensionsOf(one) || <span class="quiet">all</span>}</td>
                </tr>
              ))}
          </Rows>
        )}
      </Show>
    </Page>
  );
}

function One({ metric }: { metric: Metric }) {
  const [stat, setStat] = useState('Average');
  const chooser = (
    <select aria-label="Statistic" value={stat} onChange={(event) => setStat(event.currentTarget.value)}>
      {STATISTICS.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
  return (
    <Page
      title={metric.MetricName}
      up={{ href: to('metrics', metric.Namespace!), name: metric.Namespace! }}
      tools={chooser}
    >
      <Facts of={(metric.Dimensions ?? []).map(({ Name, Value }) => [Name!, Value])} />
      <Plots of={[{ title: metric.MetricName!, lines: [{ label: stat, metric, stat }] }]} />
      <AlarmsOf metric={metric} />
    </Page>
  );
}

function dimensionsOf({ Dimensions = [] }: Metric): string {
  return Dimensions.map(({ Name, Value }) => `${Name} = ${Value}`).join(', ');
}

export function addressOf(metric: Metric): string {
  const dimensions = Object.fromEntries((metric.Dimensions ?? []).map(({ Name, Value }) => [Name!, Value!]));
  return withQuery(to('metrics', metric.Namespace!, metric.MetricName!), dimensions);
}

function metricOf(Namespace: string, MetricName: string, query: URLSearchParams): Metric {
  return { Namespace, MetricName, Dimensions: [...query].map(([Name, Value]) => ({ Name, Value })) };
}
