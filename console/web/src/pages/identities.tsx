import { IAMClient, ListGroupsCommand, ListPoliciesCommand, ListRolesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { useState } from 'preact/hooks';
import { date } from '../format';
import type { PageProps } from '../pages';
import { useClient } from '../parts/signed-in';
import { Failure, Filter, fits, Page, Rows, Tabs } from '../parts/ui';
import { to } from '../routes';
import { usePages } from '../state';
import { Identity, type Kind } from './identity';
import { Policy } from './policy';

interface Row {
  name: string;
  href: string;
  path: string | undefined;
  created: Date | undefined;
}

type Lister = (client: IAMClient, marker: string | undefined) => Promise<{ items: Row[]; next?: string | undefined }>;

const VIEWS: { kind: Kind | 'policies'; name: string; list: Lister }[] = [
  {
    kind: 'users',
    name: 'Users',
    list: async (client, Marker) => {
      const page = await client.send(new ListUsersCommand({ Marker }));
      return rows('users', page.Users?.map(({ UserName, ...one }) => ({ name: UserName, ...one })), page.Marker);
    },
  },
  {
    kind: 'groups',
    name: 'Groups',
    list: async (client, Marker) => {
      const page = await client.send(new ListGroupsCommand({ Marker }));
      return rows('groups', page.Groups?.map(({ GroupName, ...one }) => ({ name: GroupName, ...one })), page.Marker);
    },
  },
  {
    kind: 'roles',
    name: 'Roles',
    list: async (client, Marker) => {
      const page = await client.send(new ListRolesCommand({ Marker }));
      return rows('roles', page.Roles?.map(({ RoleName, ...one }) => ({ name: RoleName, ...one })), page.Marker);
    },
  },
  {
    kind: 'policies',
    name: 'Policies',
    list: async (client, Marker) => {
      const page = await client.send(new ListPoliciesCommand({ Marker, Scope: 'Local' }));
      const items = (page.Policies ?? []).map((one) => ({
        name: one.PolicyName!,
        href: to('identities', 'policies', one.Arn!),
        path: one.Path,
        created: one.CreateDate,
      }));
      return { items, next: page.Marker };
    },
  },
];

interface Listed {
  name: string | undefined;
  Path?: string | undefined;
  CreateDate?: Date | undefined;
}

function rows(kind: Kind, listed: Listed[] | undefined, next: string | undefined): { items: Row[]; next: string | undefined } {
  const items = (listed ?? []).map(({ name, Path, CreateDate }) => ({
    name: name!,
    href: to('identities', kind, name!),
    path: Path,
    created: CreateDate,
  }));
  return { items, next };
}

export function Identities({ parts }: PageProps) {
  const client = useClient((config) => new IAMClient(config));
  const [kind = 'users', name] = parts;
  const view = VIEWS.find((one) => one.kind === kind) ?? VIEWS[0]!;
  if (name === undefined) {
    return <List key={view.kind} client={client} view={view} />;
  }
  return view.kind === 'policies' ? (
    <Policy key={name} client={client} arn={name} />
  ) : (
    <Identity key={`${view.kind}/${name}`} client={client} kind={view.kind} name={name} />
  );
}

function List({ client, view }: { client: IAMClient; view: (typeof VIEWS)[number] }) {
  const [filter, setFilter] = useState('');
  const { items, loading, error, more } = usePages((next: string | undefined) => view.list(client, next), [client, view]);
  return (
    <Page title="Users and roles" tools={<Filter value={filter} onChange={setFilter} />}>
      <Tabs
        current={view.name}
        tabs={VIEWS.map(({ kind, name }) => ({ name, href: to('identities', kind) }))}
      />
      <Failure error={error} />
      <Rows heads={['Name', 'Path', 'Created']} loading={loading} more={more} empty={`No ${view.name.toLowerCase()} yet.`}>
        {items
          .filter(({ name, path }) => fits(filter, name, path))
          .map(({ name, href, path, created }) => (
            <tr key={href}>
              <td>
                <a href={href}>{name}</a>
              </td>
              <td class="quiet">{path}</td>
              <td class="time">{date(created)}</td>
            </tr>
          ))}
      </Rows>
    </Page>
  );
}
