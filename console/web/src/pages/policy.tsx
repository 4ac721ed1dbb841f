import { GetPolicyCommand, GetPolicyVersionCommand, type IAMClient, ListEntitiesForPolicyCommand } from '@aws-sdk/client-iam';
import { date, nameOf, pretty } from '../format';
import { Facts, Page, Show } from '../parts/ui';
import { to } from '../routes';
import { useLoaded } from '../state';

/** A managed policy: its document in force, and who has it. */
export function Policy({ client, arn }: { client: IAMClient; arn: string }) {
  const found = useLoaded(async () => {
    const [got, entities] = await Promise.all([
      client.send(new GetPolicyCommand({ PolicyArn: arn })),
      client.send(new ListEntitiesForPolicyCommand({ PolicyArn: arn })),
    ]);
    const VersionId = got.Policy?.DefaultVersionId;
    const version = await client.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId }));
    return { policy: got.Policy!, entities, document: decodeURIComponent(version.PolicyVersion?.Document ?? '') };
  }, [client, arn]);
  return (
    <Page title={nameOf(arn)} up={{ href: to('identities', 'policies'), name: 'Policies' }}>
      <Show of={found}>
        {({ policy, entities, document }) => (
          <>
            <Facts
              of={[
                ['ARN', <code>{policy.Arn}</code>],
                ['Description', policy.Description],
                ['Version', policy.DefaultVersionId],
                ['Changed', date(policy.UpdateDate)],
                ['Users', entities.PolicyUsers?.map(({ UserName }) => UserName).join(', ')],
                ['Groups', entities.PolicyGroups?.map(({ GroupName }) => GroupName).join(', ')],
                ['Roles', entities.PolicyRoles?.map(({ RoleName }) => RoleName).join(', ')],
              ]}
            />
            <pre>{pretty(document)}</pre>
          </>
        )}
      </Show>
    </Page>
  );
}
