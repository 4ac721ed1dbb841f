import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { useState } from 'preact/hooks';
import { bytes, date } from '../format';
import { Action, Facts, Failure, Page, Show } from '../parts/ui';
import { to } from '../routes';
import { useLoaded } from '../state';

/** How long a link to a download holds, in seconds. */
const LINK_SECONDS = 900;

interface ObjectProps {
  client: S3Client;
  bucket: string;
  name: string;
}

export function ObjectPage({ client, bucket, name }: ObjectProps) {
  const [failure, setFailure] = useState<Error>();
  const [link, setLink] = useState('');
  const prefix = name.slice(0, name.lastIndexOf('/') + 1);
  const up = prefix ? to('buckets', bucket, 'prefix', prefix) : to('buckets', bucket);
  const head = useLoaded(
    () => client.send(new HeadObjectCommand({ Bucket: bucket, Key: name })),
    [client, bucket, name],
  );

  /** What is stored is kept, never opened: its scripts would run as this page's. */
  function sign(): Promise<string> {
    const file = encodeURIComponent(name.slice(prefix.length));
    const get = new GetObjectCommand({
      Bucket: bucket,
      Key: name,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${file}`,
    });
    return getSignedUrl(client, get, { expiresIn: LINK_SECONDS });
  }

  async function remove(): Promise<void> {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
    location.hash = up;
  }

  return (
    <Page
      title={name.slice(prefix.length) || name}
      up={{ href: up, name: [bucket, ...prefix.split('/').filter(Boolean)].join(' / ') }}
      tools={
        <>
          <Action kind="primary" run={async () => location.assign(await sign())} onFailure={setFailure}>
            Download
          </Action>
          <Action run={async () => setLink(await sign())} onFailure={setFailure}>
            Make a link
          </Action>
          <Action kind="danger" run={remove} onFailure={setFailure} confirm={`Delete ${name}?`}>
            Delete
          </Action>
        </>
      }
    >
      <Failure error={failure} />
      {link && (
        <p class="note">
          For {LINK_SECONDS / 60} minutes whoever has this address may download it: <code>{link}</code>
        </p>
      )}
      <Show of={head}>
        {(object) => (
          <Facts
            of={[
              ['Size', bytes(object.ContentLength)],
              ['Type', object.ContentType],
              ['Changed', date(object.LastModified)],
              ['ETag', <code>{object.ETag}</code>],
              ['Version', object.VersionId],
              ['Storage class', object.StorageClass],
              ['Encryption', object.ServerSideEncryption],
              ['Address', <code>{`s3://${bucket}/${name}`}</code>],
              ...Object.entries(object.Metadata ?? {}).map(([key, value]): [string, string] => [`x-amz-meta-${key}`, value]),
            ]}
          />
        )}
      </Show>
    </Page>
  );
}
