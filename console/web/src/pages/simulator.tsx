import {
  type EvaluationResult,
  IAMClient,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { useState } from 'preact/hooks';
import type { PageProps } from '../pages';
import { Area, Field } from '../parts/field';
import { useClient } from '../parts/signed-in';
import { Action, Failure, Page, Rows } from '../parts/ui';

const SAMPLE = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' }] },
  null,
  2,
);

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** Asks IAM what a principal, or a policy that is yet to be, allows. */
export function Simulator({ query }: PageProps) {
  const client = useClient((config) => new IAMClient(config));
  const [principal, setPrincipal] = useState(query.get('principal') ?? '');
  const [policy, setPolicy] = useState(query.get('principal') ? '' : SAMPLE);
  const [actions, setActions] = useState('s3:GetObject');
  const [resources, setResources] = useState('');
  const [results, setResults] = useState<EvaluationResult[]>();
  const [failure, setFailure] = useState<Error>();

  async function simulate(): Promise<void> {
    setResults(undefined);
    const policies = policy.trim() ? [policy] : [];
    const asked = {
      ActionNames: words(actions),
      ...(words(resources).length ? { ResourceArns: words(resources) } : {}),
    };
    const found: EvaluationResult[] = [];
    let marker: string | undefined;
    do {
      const page = principal.trim()
        ? await client.send(
            new SimulatePrincipalPolicyCommand({
              ...asked,
              PolicySourceArn: principal.trim(),
              PolicyInputList: policies,
              Marker: marker,
            }),
          )
        : await client.send(new SimulateCustomPolicyCommand({ ...asked, PolicyInputList: policies, Marker: marker }));
      found.push(...(page.EvaluationResults ?? []));
      marker = page.Marker;
    } while (marker);
    setResults(found);
  }

  return (
    <Page title="Policy simulator">
      <div class="form">
        <Field
          label="Principal"
          value={principal}
          onChange={setPrincipal}
          placeholder="ARN of a user, group or role; empty to try the policy alone"
        />
        <Area label={principal.trim() ? 'Policy beside its own' : 'Policy'} rows={10} value={policy} onChange={setPolicy} />
        <Field label="Actions" value={actions} onChange={setActions} placeholder="s3:GetObject dynamodb:Query" />
        <Field label="Resources" value={resources} onChange={setResources} placeholder="ARNs; any when empty" />
        <div class="line">
          <Action kind="primary" run={simulate} onFailure={setFailure}>
            Simulate
          </Action>
        </div>
        <Failure error={failure} />
      </div>
      {results && (
        <>
          <h2>Decisions</h2>
          <Rows heads={['Action', 'Resource', 'Decision', 'By']}>
            {results.map((result) => (
              <tr key={`${result.EvalActionName} ${result.EvalResourceName}`}>
                <td>{result.EvalActionName}</td>
                <td>
                  <code>{result.EvalResourceName}</code>
                </td>
                <td>
                  <span class={`state ${result.EvalDecision === 'allowed' ? 'good' : 'denied'}`}>
                    {result.EvalDecision}
                  </span>
                </td>
                <td class="quiet">
                  {result.MatchedStatements?.map(({ SourcePolicyId, StartPosition }) =>
                    [SourcePolicyId, StartPosition && `line ${StartPosition.Line}`].filter(Boolean).join(', '),
                  ).join('; ') || 'no statement'}
                  {result.MissingContextValues?.length ? ` (unknown: ${result.MissingContextValues.join(', ')})` : ''}
                </td>
              </tr>
            ))}
          </Rows>
        </>
      )}
    </Page>
  );
}
