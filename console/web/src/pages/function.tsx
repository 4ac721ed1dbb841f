import { GetFunctionConfigurationCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { useState } from 'preact/hooks';
import { bytes, date, micros, nameOf, pretty } from '../format';
import { Area } from '../parts/field';
import { Logs } from '../parts/logs';
import { Action, Facts, Failure, Page, Rows, Show, Tabs } from '../parts/ui';
import { to } from '../routes';
import { useLoaded } from '../state';

interface FunctionProps {
  client: LambdaClient;
  name: string;
  view: string;
}

export function FunctionPage({ client, name, view }: FunctionProps) {
  const tab = { configuration: 'Configuration', invoke: 'Invoke', logs: 'Logs' }[view] ?? 'Configuration';
  return (
    <Page title={name} up={{ href: to('functions'), name: 'Functions' }}>
      <Tabs
        current={tab}
        tabs={[
          { name: 'Configuration', href: to('functions', name) },
          { name: 'Invoke', href: to('functions', name, 'invoke') },
          { name: 'Logs', href: to('functions', name, 'logs') },
        ]}
      />
      {tab === 'Invoke' ? (
        <Invoke client={client} name={name} />
      ) : tab === 'Logs' ? (
        <Logs group={`/aws/lambda/${name}`} />
      ) : (
        <Configuration client={client} name={name} />
      )}
    </Page>
  );
}

function Configuration({ client, name }: { client: LambdaClient; name: string }) {
  const configuration = useLoaded(
    () => client.send(new GetFunctionConfigurationCommand({ FunctionName: name })),
    [client, name],
  );
  return (
    <Show of={configuration}>
      {(one) => (
        <>
          <Facts
            of={[
              ['State', one.State],
              ['Runtime', one.Runtime ?? one.PackageType],
              ['Handler', <code>{one.Handler}</code>],
              ['Memory', `${one.MemorySize} MB`],
              ['Timeout', `${one.Timeout} s`],
              ['Code', bytes(one.CodeSize)],
              ['Architecture', one.Architectures?.join(', ')],
              ['Changed', date(one.LastModified)],
              ['Role', one.Role && <a href={to('identities', 'roles', nameOf(one.Role))}>{nameOf(one.Role)}</a>],
              ['ARN', <code>{one.FunctionArn}</code>],
            ]}
          />
          <h2>Environment</h2>
          <Rows heads={['Variable', 'Value']} empty="No variable.">
            {Object.entries(one.Environment?.Variables ?? {}).map(([variable, value]) => (
              <tr key={variable}>
                <td>{variable}</td>
                <td>
                  <code>{value}</code>
                </td>
              </tr>
            ))}
          </Rows>
        </>
      )}
    </Show>
  );
}

interface Answer {
  payload: string;
  error: string | undefined;
  log: string;
  micros: number;
}

function Invoke({ client, name }: { client: LambdaClient; name: string }) {
  const [event, setEvent] = useState('{}');
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<Error>();

  async function invoke(): Promise<void> {
    setAnswer(undefined);
    const began = performance.now();
    const reply = await client.send(
      new InvokeCommand({ FunctionName: name, LogType: 'Tail', Payload: new TextEncoder().encode(event) }),
    );
    const decoder = new TextDecoder();
    setAnswer({
      payload: decoder.decode(reply.Payload),
      error: reply.FunctionError,
      log: decoder.decode(Uint8Array.from(atob(reply.LogResult ?? ''), (letter) => letter.charCodeAt(0))),
      micros: Math.round((performance.now() - began) * 1000),
    });
  }

  return (
    <div class="form">
      <Area label="Event" value={event} onChange={setEvent} />
      <div class="line">
        <Action kind="primary" run={invoke} onFailure={setFailure}>
          Invoke
        </Action>
        {answer && (
          <span role="status">
            <span class={`state ${answer.error ? 'failed' : 'good'}`}>{answer.error ?? 'Succeeded'}</span>{' '}
            <span class="quiet">{micros(answer.micros)}</span>
          </span>
        )}
      </div>
      <Failure error={failure} />
      {answer && (
        <>
          <h2>Answer</h2>
          <pre>{pretty(answer.payload)}</pre>
          {answer.log && (
            <>
              <h2>Log</h2>
              <pre>{answer.log}</pre>
            </>
          )}
        </>
      )}
    </div>
  );
}
