import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { useState } from 'preact/hooks';
import { date } from '../format';
import type { PageProps } from '../pages';
import { useClient } from '../parts/signed-in';
import { Facts, Failure, Filter, fits, Page, Rows, Show, Tabs } from '../parts/ui';
import { to } from '../routes';
import { useEvery, useLoaded, usePages } from '../state';

const EVERY_MILLIS = 2000;

export function Stacks({ parts }: PageProps) {
  const client = useClient((config) => new CloudFormationClient(config));
  const [name, view] = parts;
  return name === undefined ? (
    <List client={client} />
  ) : (
    <StackPage key={name} client={client} name={name} view={view ?? 'resources'} />
  );
}

function Status({ of = '' }: { of: string | undefined }) {
  const kind = /FAILED|ROLLBACK/.test(of) ? 'failed' : of.endsWith('_IN_PROGRESS') ? 'warn' : 'good';
  return <span class={`state ${kind}`}>{of}</span>;
}

function List({ client }: { client: CloudFormationClient }) {
  const [filter, setFilter] = useState('');
  const { items, loading, error, more } = usePages<Stack, string>(
    async (next) => {
      const page = await client.send(new DescribeStacksCommand({ NextToken: next }));
      return { items: page.Stacks ?? [], next: page.NextToken };
    },
    [client],
  );
  return (
    <Page title="Stacks" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={error} />
      <Rows heads={['Stack', 'Status', 'Created', 'Updated']} loading={loading} more={more} empty="No stack in this region.">
        {items
          .filter(({ StackName, StackStatus }) => fits(filter, StackName, StackStatus))
          .map((stack) => (
            <tr key={stack.StackId}>
              <td>
                <a href={to('stacks', stack.StackName!)}>{stack.StackName}</a>
              </td>
              <td>
                <Status of={stack.StackStatus} />
              </td>
              <td class="time">{date(stack.CreationTime)}</td>
              <td class="time">{date(stack.LastUpdatedTime)}</td>
            </tr>
          ))}
      </Rows>
    </Page>
  );
}

interface StackProps {
  client: CloudFormationClient;
  name: string;
}

const VIEWS = [
  { path: 'resources', name: 'Resources', View: Resources },
  { path: 'events', name: 'Events', View: Events },
  { path: 'template', name: 'Template', View: Template },
];

function StackPage({ client, name, view }: StackProps & { view: string }) {
  const found = useLoaded(
    async () => (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks![0]!,
    [client, name],
  );
  useEvery(EVERY_MILLIS, found.reload, found.value?.StackStatus?.endsWith('_IN_PROGRESS') ?? false);
  const current = VIEWS.find(({ path }) => path === view) ?? VIEWS[0]!;
  return (
    <Page title={name} up={{ href: to('stacks'), name: 'Stacks' }}>
      <Show of={found}>
        {(stack) => (
          <>
            <Facts
              of={[
                ['Status', <Status of={stack.StackStatus} />],
                ['Reason', stack.StackStatusReason],
                ['Created', date(stack.CreationTime)],
                ['Updated', date(stack.LastUpdatedTime)],
                ['Description', stack.Description],
              ]}
            />
            {(stack.Outputs ?? []).length > 0 && (
              <>
                <h2>Outputs</h2>
                <Rows heads={['Output', 'Value', 'Description']}>
                  {stack.Outputs!.map(({ OutputKey, OutputValue, Description }) => (
                    <tr key={OutputKey}>
                      <td>{OutputKey}</td>
                      <td>
                        <Value text={OutputValue ?? ''} />
                      </td>
                      <td class="quiet">{Description}</td>
                    </tr>
                  ))}
                </Rows>
              </>
            )}
            <Tabs
              current={current.name}
              tabs={VIEWS.map(({ path, name: text }) => ({ name: text, href: to('stacks', name, path) }))}
            />
            <current.View client={client} name={name} />
          </>
        )}
      </Show>
    </Page>
  );
}

/** An output; one that is an address can be opened, in a page that knows nothing of this one. */
function Value({ text }: { text: string }) {
  return /^https?:\/\//.test(text) ? (
    <a href={text} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <code>{text}</code>
  );
}

/** Where this console shows a resource of a type. */
const SHOWN_AT: Record<string, (id: string) => string> = {
  'AWS::DynamoDB::Table': (id) => to('tables', id),
  'AWS::IAM::Role': (id) => to('identities', 'roles', id),
  'AWS::IAM::User': (id) => to('identities', 'users', id),
  'AWS::Lambda::Function': (id) => to('functions', id),
  'AWS::S3::Bucket': (id) => to('buckets', id),
};

function Resources({ client, name }: StackProps) {
  const { items, loading, error, more } = usePages(
    async (next: string | undefined) => {
      const page = await client.send(new ListStackResourcesCommand({ StackName: name, NextToken: next }));
      return { items: page.StackResourceSummaries ?? [], next: page.NextToken };
    },
    [client, name],
  );
  return (
    <>
      <Failure error={error} />
      <Rows heads={['Logical ID', 'Type', 'Physical ID', 'Status']} loading={loading} more={more}>
        {items.map((resource) => {
          const href = SHOWN_AT[resource.ResourceType ?? '']?.(resource.PhysicalResourceId ?? '');
          return (
            <tr key={resource.LogicalResourceId}>
              <td>{resource.LogicalResourceId}</td>
              <td>{resource.ResourceType}</td>
              <td>{href ? <a href={href}>{resource.PhysicalResourceId}</a> : <code>{resource.PhysicalResourceId}</code>}</td>
              <td>
                <Status of={resource.ResourceStatus} />
                {resource.ResourceStatusReason && <div class="quiet">{resource.ResourceStatusReason}</div>}
              </td>
            </tr>
          );
        })}
      </Rows>
    </>
  );
}

function Events({ client, name }: StackProps) {
  const { items, loading, error, more } = usePages(
    async (next: string | undefined) => {
      const page = await client.send(new DescribeStackEventsCommand({ StackName: name, NextToken: next }));
      return { items: page.StackEvents ?? [], next: page.NextToken };
    },
    [client, name],
  );
  return (
    <>
      <Failure error={error} />
      <Rows heads={['Time', 'Logical ID', 'Type', 'Status']} loading={loading} more={more}>
        {items.map((event) => (
          <tr key={event.EventId}>
            <td class="time">{date(event.Timestamp)}</td>
            <td>{event.LogicalResourceId}</td>
            <td>{event.ResourceType}</td>
            <td>
              <Status of={event.ResourceStatus} />
              {event.ResourceStatusReason && <div class="quiet">{event.ResourceStatusReason}</div>}
            </td>
          </tr>
        ))}
      </Rows>
    </>
  );
}

function Template({ client, name }: StackProps) {
  const template = useLoaded(
    async () => (await client.send(new GetTemplateCommand({ StackName: name }))).TemplateBody ?? '',
    [client, name],
  );
  return <Show of={template}>{(text) => <pre>{text}</pre>}</Show>;
}
