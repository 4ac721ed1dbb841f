import { CreateBucketCommand, DeleteBucketCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { useState } from 'preact/hooks';
import { date } from '../format';
import type { PageProps } from '../pages';
import { Field } from '../parts/field';
import { useClient, useSession } from '../parts/signed-in';
import { Action, Failure, Filter, fits, Page, Rows } from '../parts/ui';
import { to } from '../routes';
import { usePages } from '../state';
import { ObjectPage } from './object';
import { Objects } from './objects';

export function Buckets({ parts }: PageProps) {
  const client = useClient(
    // A path-style address stays at this page's origin.
    (config) => new S3Client({ ...config, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' }),
  );
  const [bucket, view, key] = parts;
  if (bucket === undefined) {
    return <List client={client} />;
  }
  return view === 'object' && key !== undefined ? (
    <ObjectPage key={`${bucket}/${key}`} client={client} bucket={bucket} name={key} />
  ) : (
    <Objects key={`${bucket}/${key}`} client={client} bucket={bucket} prefix={key ?? ''} />
  );
}

function List({ client }: { client: S3Client }) {
  const { region } = useSession();
  const [filter, setFilter] = useState('');
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Error>();
  const { items, loading, error, more, reload } = usePages(
    async (next: string | undefined) => {
      const page = await client.send(new ListBucketsCommand({ ContinuationToken: next }));
      return { items: page.Buckets ?? [], next: page.ContinuationToken };
    },
    [client],
  );

  async function create(): Promise<void> {
    const configuration =
      region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-central-1' } };
    await client.send(new CreateBucketCommand({ Bucket: name, ...configuration }));
    setName('');
    reload();
  }

  async function remove(bucket: string): Promise<void> {
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
    reload();
  }

  return (
    <Page title="Buckets" tools={<Filter value={filter} onChange={setFilter} />}>
      <Failure error={failure ?? error} />
      <Rows heads={['Bucket', 'Created', '']} loading={loading} more={more} empty="No bucket yet.">
        {items
          .filter(({ Name }) => fits(filter, Name))
          .map(({ Name, CreationDate }) => (
            <tr key={Name}>
              <td>
                <a href={to('buckets', Name!)}>{Name}</a>
              </td>
              <td class="time">{date(CreationDate)}</td>
              <td class="number">
                <Action
                  kind="danger"
                  label={`Delete ${Name}`}
                  run={() => remove(Name!)}
                  onFailure={setFailure}
                  confirm={`Delete the bucket ${Name}? It must be empty.`}
                >
                  Delete
                </Action>
              </td>
            </tr>
          ))}
      </Rows>
      <div class="line">
        <Field label="New bucket" value={name} onChange={setName} />
        <Action run={create} onFailure={setFailure}>
          Create
        </Action>
      </div>
    </Page>
  );
}
