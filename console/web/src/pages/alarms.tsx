import {
  type AlarmHistoryItem,
  CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  type Metric,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { useState } from 'preact/hooks';
import { date } from '../format';
import type { PageProps } from '../pages';
import { type Plot, Plots } from '../parts/plots';
import { useClient } from '../parts/signed-in';
import { Facts, Failure, Filter, fits, Page, Rows, Show } from '../parts/ui';
import { to } from '../routes';
import { useEvery, useLoaded, usePages } from '../state';
import { addressOf } from './metrics';

const REFRESH_MILLIS = 5_000;

type Alarm = MetricAlarm & CompositeAlarm;

/** Alarms, the states they are in, and how they came there. */
export function Alarms({ parts }: PageProps) {
  const client = useClient((config) => new CloudWatchClient(config));
  return parts[0] === undefined ? <List client={client} /> : <One key={parts[0]} client={client} name={parts[0]} />;
}

function List({ client }: { client: CloudWatchClient }) {
  const [filter, setFilter] = useState('');
  const { items, loading, error, more, reload } = usePages<Alarm, string>(
    async (NextToken) => {
      const page = await client.send(
        new DescribeAlarmsCommand({ NextToken, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
      );
      return { items: [...(page.CompositeAlarms ?? []), ...(page.MetricAlarms ?? [])], next: page.NextToken };
    },
    [client],
  );
  useEvery(REFRESH_MILLIS, reload, !more);
  return (
    <Page title="Alarms" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={error} />
      <AlarmRows
        alarms={items.filter((one) => fits(filter, one.AlarmName, one.StateValue, watched(one)))}
        loading={loading && items.length === 0}
        more={more}
      />
    </Page>
  );
}

interface AlarmRowsProps {
  alarms: Alarm[];
  loading?: boolean;
  more?: (() => void) | undefined;
}

function AlarmRows({ alarms, ...rest }: AlarmRowsProps) {
  return (
    <Rows heads={['Alarm', 'State', 'Since', 'Watches']} empty="No alarm." {...rest}>
      {alarms.map((one) => (
        <tr key={one.AlarmName}>
          <td>
            <a href={to('alarms', one.AlarmName!)}>{one.AlarmName}</a>
          </td>
          <td>
            <StateOf alarm={one} />
          </td>
          <td class="time">{date(one.StateTransitionedTimestamp)}</td>
          <td>{watched(one)}</td>
        </tr>
      ))}
    </Rows>
  );
}

function StateOf({ alarm }: { alarm: Alarm }) {
  const kind = { OK: 'good', ALARM: 'failed', INSUFFICIENT_DATA: 'idle' }[alarm.StateValue ?? 'OK'];
  return <span class={`state ${kind}`}>{alarm.StateValue}</span>;
}

/** The alarms on one metric, if there are any. */
export function AlarmsOf({ metric }: { metric: Metric }) {
  const client = useClient((config) => new CloudWatchClient(config));
  const alarms = useLoaded(
    async () =>
      (
        await client.send(
          new DescribeAlarmsForMetricCommand({
            Namespace: metric.Namespace,
            MetricName: metric.MetricName,
            Dimensions: metric.Dimensions,
          }),
        )
      ).MetricAlarms ?? [],
    [client, JSON.stringify(metric)],
  );
  return (
    <>
      <h2>Alarms</h2>
      <Show of={alarms}>{(found) => <AlarmRows alarms={found} />}</Show>
    </>
  );
}

function One({ client, name }: { client: CloudWatchClient; name: string }) {
  const alarm = useLoaded(async () => {
    const found = await client.send(
      new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
    );
    const one: Alarm | undefined = found.MetricAlarms?.[0] ?? found.CompositeAlarms?.[0];
    if (!one) {
      throw new Error(`There is no alarm ${name}.`);
    }
    return one;
  }, [client, name]);
  useEvery(REFRESH_MILLIS, alarm.reload);
  return (
    <Page title={name} up={{ href: to('alarms'), name: 'Alarms' }}>
      <Show of={alarm}>
        {(one) => (
          <>
            <Facts
              of={[
                ['State', <StateOf alarm={one} />],
                ['Since', date(one.StateTransitionedTimestamp)],
                ['Why', one.StateReason],
                ['Description', one.AlarmDescription],
                ['Metric', one.MetricName && <a href={addressOf(one as Metric)}>{watched(one)}</a>],
                ['Rule', one.AlarmRule && <code>{one.AlarmRule}</code>],
                ['Alarms when', condition(one)],
                ['Missing data', one.TreatMissingData],
                ['Actions', one.ActionsEnabled ? (one.AlarmActions ?? []).join(', ') : 'off'],
                ['Suppressed by', one.ActionsSuppressor],
                ['ARN', <code>{one.AlarmArn}</code>],
              ]}
            />
            {one.MetricName && <Plots of={[plot(one)]} period={one.Period} />}
          </>
        )}
      </Show>
      <h2>History</h2>
      <History client={client} name={name} />
    </Page>
  );
}

function History({ client, name }: { client: CloudWatchClient; name: string }) {
  const { items, loading, error, more, reload } = usePages<AlarmHistoryItem, string>(
    async (NextToken) => {
      const page = await client.send(
        new DescribeAlarmHistoryCommand({
          AlarmName: name,
          AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
          MaxRecords: 50,
          NextToken,
        }),
      );
      return { items: page.AlarmHistoryItems ?? [], next: page.NextToken };
    },
    [client, name],
  );
  useEvery(REFRESH_MILLIS, reload, !more);
  return (
    <>
      <Failure error={error} />
      <Rows heads={['Time', 'Kind', 'What happened']} loading={loading && items.length === 0} more={more} empty="Nothing yet.">
        {items.map((item, index) => (
          <tr key={index}>
            <td class="time">{date(item.Timestamp)}</td>
            <td>{item.HistoryItemType}</td>
            <td>{item.HistorySummary}</td>
          </tr>
        ))}
      </Rows>
    </>
  );
}

function watched(one: Alarm): string {
  if (one.AlarmRule) {
    return one.AlarmRule;
  }
  return one.MetricName ? `${one.Namespace} ${one.MetricName}` : 'metric math';
}

function condition(one: Alarm): string {
  if (one.Threshold === undefined) {
    return '';
  }
  const operator = (one.ComparisonOperator ?? '').replace(/([A-Z])/g, ' $1').trim().toLowerCase();
  return `${one.Statistic ?? one.ExtendedStatistic ?? ''} ${operator} ${one.Threshold}, ${one.DatapointsToAlarm ?? one.EvaluationPeriods} of ${one.EvaluationPeriods} × ${one.Period ?? ''} s`;
}

function plot(one: Alarm): Plot {
  const stat = one.Statistic ?? one.ExtendedStatistic ?? 'Average';
  return {
    title: one.MetricName!,
    lines: [
      {
        label: stat,
        stat,
        metric: { Namespace: one.Namespace, MetricName: one.MetricName, Dimensions: one.Dimensions },
      },
      { label: 'Threshold', expression: `TIME_SERIES(${one.Threshold})` },
    ],
  };
}
