import { type FunctionConfiguration, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { useState } from 'preact/hooks';
import { bytes, date } from '../format';
import type { PageProps } from '../pages';
import { useClient } from '../parts/signed-in';
import { Failure, Filter, fits, Page, Rows } from '../parts/ui';
import { to } from '../routes';
import { usePages } from '../state';
import { FunctionPage } from './function';

export function Functions({ parts }: PageProps) {
  const client = useClient((config) => new LambdaClient(config));
  const [name, view] = parts;
  return name === undefined ? (
    <List client={client} />
  ) : (
    <FunctionPage key={name} client={client} name={name} view={view ?? 'configuration'} />
  );
}

function List({ client }: { client: LambdaClient }) {
  const [filter, setFilter] = useState('');
  const { items, loading, error, more } = usePages<FunctionConfiguration, string>(
    async (next) => {
      const page = await client.send(new ListFunctionsCommand({ Marker: next }));
      return { items: page.Functions ?? [], next: page.NextMarker };
    },
    [client],
  );
  return (
    <Page title="Functions" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={error} />
      <Rows
        heads={['Function', 'Runtime', { text: 'Memory', number: true }, { text: 'Code', number: true }, 'Changed']}
        loading={loading}
        more={more}
        empty="No function in this region."
      >
        {items
          .filter(({ FunctionName, Runtime }) => fits(filter, FunctionName, Runtime))
          .map((one) => (
            <tr key={one.FunctionName}>
              <td>
                <a href={to('functions', one.FunctionName!)}>{one.FunctionName}</a>
              </td>
              <td>{one.Runtime ?? one.PackageType}</td>
              <td class="number">{one.MemorySize} MB</td>
              <td class="number">{bytes(one.CodeSize)}</td>
              <td class="time">{date(one.LastModified)}</td>
            </tr>
          ))}
      </Rows>
    </Page>
  );
}
