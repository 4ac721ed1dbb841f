import { type _Object, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { useState } from 'preact/hooks';
import { bytes, date } from '../format';
import { Failure, Filter, fits, Page, Rows } from '../parts/ui';
import { to } from '../routes';
import { usePages } from '../state';

const DELIMITER = '/';

interface ObjectsProps {
  client: S3Client;
  bucket: string;
  prefix: string;
}

/** What is below a prefix: longer prefixes first, then objects. */
export function Objects({ client, bucket, prefix }: ObjectsProps) {
  const [filter, setFilter] = useState('');
  const [failure, setFailure] = useState<Error>();
  const [sent, setSent] = useState<{ name: string; share: number }>();
  const { items, loading, error, more, reload } = usePages<{ prefix: string } | _Object, string>(
    async (next) => {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: DELIMITER, ContinuationToken: next }),
      );
      const prefixes = (page.CommonPrefixes ?? []).map(({ Prefix }) => ({ prefix: Prefix! }));
      return { items: [...prefixes, ...(page.Contents ?? [])], next: page.NextContinuationToken };
    },
    [client, bucket, prefix],
  );

  async function upload(files: File[]): Promise<void> {
    setFailure(undefined);
    try {
      for (const file of files) {
        await send(client, bucket, prefix + file.name, file, (share) => setSent({ name: file.name, share }));
      }
      reload();
    } catch (problem) {
      setFailure(problem as Error);
    } finally {
      setSent(undefined);
    }
  }

  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void upload([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Page
        title={<Crumbs bucket={bucket} prefix={prefix} />}
        up={{ href: to('buckets'), name: 'Buckets' }}
        tools={
          <>
            <Filter value={filter} onChange={setFilter} />
            <label class="plain pick">
              Upload
              <input
                type="file"
                multiple
                onChange={(event) => void upload([...(event.currentTarget.files ?? [])])}
              />
            </label>
          </>
        }
      >
        <Failure error={failure ?? error} />
        {sent && (
          <p role="status">
            <progress value={sent.share} aria-label={`Uploading ${sent.name}`} /> {sent.name}
          </p>
        )}
        <Rows
          heads={['Name', { text: 'Size', number: true }, 'Changed']}
          loading={loading}
          more={more}
          empty="Nothing here. Drop files to upload them."
        >
          {items
            .filter((item) => fits(filter, 'prefix' in item ? item.prefix : item.Key))
            .map((item) =>
              'prefix' in item ? (
                <tr key={`${item.prefix} `}>
                  <td colSpan={3}>
                    <a href={to('buckets', bucket, 'prefix', item.prefix)}>{item.prefix.slice(prefix.length)}</a>
                  </td>
                </tr>
              ) : (
                <tr key={item.Key}>
                  <td>
                    <a href={to('buckets', bucket, 'object', item.Key!)}>{item.Key!.slice(prefix.length) || item.Key}</a>
                  </td>
                  <td class="number">{bytes(item.Size)}</td>
                  <td class="time">{date(item.LastModified)}</td>
                </tr>
              ),
            )}
        </Rows>
      </Page>
    </div>
  );
}

function Crumbs({ bucket, prefix }: { bucket: string; prefix: string }) {
  const parts = prefix.split(DELIMITER).filter(Boolean);
  return (
    <>
      <a href={to('buckets', bucket)}>{bucket}</a>
      {parts.map((part, at) => {
        const upTo = parts.slice(0, at + 1).join(DELIMITER) + DELIMITER;
        return (
          <span key={upTo}>
            <span class="quiet"> / </span>
            <a href={to('buckets', bucket, 'prefix', upTo)}>{part}</a>
          </span>
        );
      })}
    </>
  );
}

/** Uploads by a presigned address, since only that way a browser tells how far it is. */
async function send(
  client: S3Client,
  bucket: string,
  key: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const type = file.type || 'application/octet-stream';
  const address = await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: type }));
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Error(messageOf(request.responseText) || request.statusText));
    request.onerror = () => reject(new Error(`${file.name} could not be sent`));
    request.send(file);
  });
}

function messageOf(xml: string): string {
  return new DOMParser().parseFromString(xml, 'text/xml').querySelector('Message')?.textContent ?? '';
}
