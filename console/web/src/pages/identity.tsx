import {
  GetGroupCommand,
  GetGroupPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type IAMClient,
  ListAccessKeysCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import type { ComponentChildren } from 'preact';
import { date, pretty } from '../format';
import { Facts, Page, Rows, Show } from '../parts/ui';
import { to, withQuery } from '../routes';
import { useLoaded } from '../state';

export type Kind = 'users' | 'groups' | 'roles';

interface Found {
  arn: string | undefined;
  facts: [string, ComponentChildren][];
  /** Names and ARNs of managed policies. */
  attached: { PolicyName?: string | undefined; PolicyArn?: string | undefined }[];
  /** Names and documents of the policies of its own. */
  inline: { name: string; document: string }[];
  trust?: string;
}

const FIND: Record<Kind, (client: IAMClient, name: string) => Promise<Found>> = { users: user, groups: group, roles: role };

async function user(client: IAMClient, UserName: string): Promise<Found> {
  const [got, attached, inline, keys, groups] = await Promise.all([
    client.send(new GetUserCommand({ UserName })),
    client.send(new ListAttachedUserPoliciesCommand({ UserName })),
    client.send(new ListUserPoliciesCommand({ UserName })),
    client.send(new ListAccessKeysCommand({ UserName })),
    client.send(new ListGroupsForUserCommand({ UserName })),
  ]);
  return {
    arn: got.User?.Arn,
    facts: [
      ['Created', date(got.User?.CreateDate)],
      ['Boundary', got.User?.PermissionsBoundary?.PermissionsBoundaryArn],
      ['Groups', links('groups', groups.Groups?.map(({ GroupName }) => GroupName!))],
      ['Access keys', keys.AccessKeyMetadata?.map(({ AccessKeyId, Status }) => `${AccessKeyId} (${Status})`).join(', ')],
    ],
    attached: attached.AttachedPolicies ?? [],
    inline: await documents(inline.PolicyNames, (PolicyName) =>
      client.send(new GetUserPolicyCommand({ UserName, PolicyName })),
    ),
  };
}

async function group(client: IAMClient, GroupName: string): Promise<Found> {
  const [got, attached, inline] = await Promise.all([
    client.send(new GetGroupCommand({ GroupName })),
    client.send(new ListAttachedGroupPoliciesCommand({ GroupName })),
    client.send(new ListGroupPoliciesCommand({ GroupName })),
  ]);
  return {
    arn: got.Group?.Arn,
    facts: [
      ['Created', date(got.Group?.CreateDate)],
      ['Users', links('users', got.Users?.map(({ UserName }) => UserName!))],
    ],
    attached: attached.AttachedPolicies ?? [],
    inline: await documents(inline.PolicyNames, (PolicyName) =>
      client.send(new GetGroupPolicyCommand({ GroupName, PolicyName })),
    ),
  };
}

async function role(client: IAMClient, RoleName: string): Promise<Found> {
  const [got, attached, inline] = await Promise.all([
    client.send(new GetRoleCommand({ RoleName })),
    client.send(new ListAttachedRolePoliciesCommand({ RoleName })),
    client.send(new ListRolePoliciesCommand({ RoleName })),
  ]);
  return {
    arn: got.Role?.Arn,
    facts: [
      ['Description', got.Role?.Description],
      ['Created', date(got.Role?.CreateDate)],
      ['Longest session', `${got.Role?.MaxSessionDuration} s`],
      ['Boundary', got.Role?.PermissionsBoundary?.PermissionsBoundaryArn],
    ],
    attached: attached.AttachedPolicies ?? [],
    inline: await documents(inline.PolicyNames, (PolicyName) =>
      client.send(new GetRolePolicyCommand({ RoleName, PolicyName })),
    ),
    trust: decodeURIComponent(got.Role?.AssumeRolePolicyDocument ?? ''),
  };
}

async function documents(
  names: string[] = [],
  get: (name: string) => Promise<{ PolicyDocument: string | undefined }>,
): Promise<Found['inline']> {
  return Promise.all(
    names.map(async (name) => ({ name, document: decodeURIComponent((await get(name)).PolicyDocument ?? '') })),
  );
}

function links(kind: Kind, names: string[] = []): ComponentChildren {
  return names.length
    ? names.map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <a href={to('identities', kind, name)}>{name}</a>
        </span>
      ))
    : undefined;
}

export function Identity({ client, kind, name }: { client: IAMClient; kind: Kind; name: string }) {
  const found = useLoaded(() => FIND[kind](client, name), [client, kind, name]);
  const title = { users: 'Users', groups: 'Groups', roles: 'Roles' }[kind];
  const arn = found.value?.arn ?? '';
  return (
    <Page
      title={name}
      up={{ href: to('identities', kind), name: title }}
      tools={
        <a class="plain" href={withQuery(to('simulator'), { principal: arn })}>
          Simulate
        </a>
      }
    >
      <Show of={found}>
        {(one) => (
          <>
            <Facts of={[['ARN', <code>{one.arn}</code>], ...one.facts]} />
            <h2>Managed policies</h2>
            <Rows heads={['Policy', 'ARN']} empty="None is attached.">
              {one.attached.map(({ PolicyName, PolicyArn }) => (
                <tr key={PolicyArn}>
                  <td>
                    <a href={to('identities', 'policies', PolicyArn!)}>{PolicyName}</a>
                  </td>
                  <td>
                    <code>{PolicyArn}</code>
                  </td>
                </tr>
              ))}
            </Rows>
            {one.inline.map(({ name: policy, document }) => (
              <section key={policy}>
                <h2>{policy}</h2>
                <pre>{pretty(document)}</pre>
              </section>
            ))}
            {one.trust && (
              <>
                <h2>Who may assume it</h2>
                <pre>{pretty(one.trust)}</pre>
              </>
            )}
          </>
        )}
      </Show>
    </Page>
  );
}
