import { CloudWatchClient, GetMetricDataCommand, type Metric } from '@aws-sdk/client-cloudwatch';
import { useState } from 'preact/hooks';
import { type Loaded, useEvery, useLoaded } from '../state';
import { Chart, type ChartLine } from './chart';
import { Failure } from './ui';
import { useClient } from './signed-in';

/** A line that is wanted: a metric's statistic, or metric math. */
export interface Wanted {
  label: string;
  metric?: Metric;
  stat?: string;
  expression?: string;
  /** By which expressions use it. */
  id?: string;
  /** Whether it is there for expressions only. */
  hidden?: boolean;
}

/** A chart that is wanted. */
export interface Plot {
  title: string;
  lines: Wanted[];
}

const RANGES = [
  { name: '1 h', minutes: 60, period: 60 },
  { name: '3 h', minutes: 180, period: 60 },
  { name: '12 h', minutes: 720, period: 300 },
  { name: '1 d', minutes: 1440, period: 300 },
  { name: '7 d', minutes: 10_080, period: 3600 },
];

const REFRESH_MILLIS = 10_000;

interface Seen {
  from: number;
  to: number;
  step: number;
  charts: { title: string; lines: ChartLine[] }[];
}

interface PlotsProps {
  of: Plot[];
  /** Seconds that a value stands for; by default what suits the time that is shown. */
  period?: number | undefined;
}

/** Charts side by side, of one time that can be chosen, and always of now. */
export function Plots({ of, period }: PlotsProps) {
  const client = useClient((config) => new CloudWatchClient(config));
  const [range, setRange] = useState(0);
  const seen: Loaded<Seen> = useLoaded(
    () => look(client, of, { ...RANGES[range]!, ...(period && { period }) }),
    [client, JSON.stringify(of), range, period],
  );
  useEvery(REFRESH_MILLIS, seen.reload);
  return (
    <>
      <div class="line" role="group" aria-label="Time">
        {RANGES.map(({ name }, index) => (
          <button key={name} class="plain" aria-pressed={index === range} onClick={() => setRange(index)}>
            {name}
          </button>
        ))}
      </div>
      <Failure error={seen.error} />
      {seen.value ? (
        <div class="charts">
          {seen.value.charts.map((chart) => (
            <Chart key={chart.title} {...chart} from={seen.value!.from} to={seen.value!.to} step={seen.value!.step} />
          ))}
        </div>
      ) : (
        !seen.error && <p class="quiet" aria-busy="true">Loading …</p>
      )}
    </>
  );
}

async function look(client: CloudWatchClient, plots: Plot[], range: (typeof RANGES)[number]): Promise<Seen> {
  const step = range.period * 1000;
  const to = Math.ceil((Date.now() + 1) / step) * step;
  const from = to - range.minutes * 60_000;
  const wanted = plots.flatMap(({ lines }) => lines);
  const found = new Map<string, ChartLine[]>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(from),
        EndTime: new Date(to),
        ScanBy: 'TimestampAscending',
        NextToken,
        MetricDataQueries: wanted.map((line, index) => ({
          Id: line.id ?? `q${index}`,
          Label: line.label,
          ReturnData: !line.hidden,
          ...(line.metric
            ? { MetricStat: { Metric: line.metric, Period: range.period, Stat: line.stat ?? 'Sum' } }
            : { Expression: line.expression! }),
        })),
      }),
    );
    for (const { Id = '', Label = '', Timestamps = [], Values = [] } of page.MetricDataResults ?? []) {
      const points = Timestamps.map((time, index): [number, number] => [time.getTime(), Values[index]!]);
      found.set(Id, [...(found.get(Id) ?? []), { label: Label, points }]);
    }
    NextToken = page.NextToken;
  } while (NextToken);
  let index = 0;
  const charts = plots.map(({ title, lines }) => ({
    title,
    lines: lines.flatMap(({ id }) => {
      const own = `q${index++}`;
      return found.get(id ?? own) ?? [];
    }),
  }));
  return { from, to, step, charts };
}

/** A metric by its namespace, name and dimensions. */
export function metric(namespace: string, name: string, dimensions: Record<string, string> = {}): Metric {
  return {
    Namespace: namespace,
    MetricName: name,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
  };
}
