import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  type CognitoIdentityCredentials,
  fromCognitoIdentityPool,
} from '@aws-sdk/credential-provider-cognito-identity';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Config } from './config';
import type { Session } from './session';

/** Seconds for which a photo's address is good. */
const SHOWN_FOR = 900;

/** Bytes; what a phone's camera makes is smaller. */
export const MAX_PHOTO = 20 * 1024 * 1024;

/** The photos of who is signed in: straight to and from S3, with temporary credentials. */
export class Photos {
  private readonly credentials: () => Promise<CognitoIdentityCredentials>;
  private readonly s3: S3Client;

  constructor(
    private readonly config: Config,
    session: Session,
  ) {
    const place = {
      region: config.Region,
      ...(config.Endpoint ? { endpoint: config.Endpoint } : {}),
    };
    const provider = `cognito-idp.${config.Region}.amazonaws.com/${config.UserPoolId}`;
    this.credentials = remembering(() =>
      fromCognitoIdentityPool({
        clientConfig: place,
        identityPoolId: config.IdentityPoolId,
        logins: { [provider]: () => session.idToken() },
      })(),
    );
    this.s3 = new S3Client({
      ...place,
      credentials: () => this.credentials(),
      forcePathStyle: config.Endpoint !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  }

  /** Uploads a photo of a todo and returns its key. */
  async upload(todo: string, photo: File, progress: (share: number) => void): Promise<string> {
    if (!photo.type.startsWith('image/')) {
      throw new Error('Only pictures can be attached.');
    }
    if (photo.size > MAX_PHOTO) {
      throw new Error(`A picture may have at most ${MAX_PHOTO / 1024 / 1024} MB.`);
    }
    const { identityId } = await this.credentials();
    const name = photo.name.replace(/[^\w.-]+/g, '-').slice(-80);
    const key = `${identityId}/${todo}/${name}`;
    const put = new PutObjectCommand({
      Bucket: this.config.PhotosBucket,
      Key: key,
      ContentType: photo.type,
    });
    await send(await getSignedUrl(this.s3, put, { expiresIn: SHOWN_FOR }), photo, progress);
    return key;
  }

  /** An address of a photo that is good for a while. */
  address(key: string): Promise<string> {
    const get = new GetObjectCommand({ Bucket: this.config.PhotosBucket, Key: key });
    return getSignedUrl(this.s3, get, { expiresIn: SHOWN_FOR });
  }

  async remove(key: string): Promise<void> {
    await this.s3.send(new DeleteObjectCommand({ Bucket: this.config.PhotosBucket, Key: key }));
  }
}

/** Asks again when what was answered ends soon. */
function remembering(
  ask: () => Promise<CognitoIdentityCredentials>,
): () => Promise<CognitoIdentityCredentials> {
  const soon = 60_000;
  let known: Promise<CognitoIdentityCredentials> | undefined;
  return async () => {
    const last = await known?.catch(() => undefined);
    if (!last?.expiration || last.expiration.getTime() - Date.now() < soon) {
      known = ask();
    }
    return known!;
  };
}

/** PUT with progress, which `fetch` does not tell. */
function send(url: string, photo: File, progress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', photo.type);
    request.upload.onprogress = (event) => progress(event.loaded / event.total);
    request.onload = () =>
      request.status === 200
        ? resolve()
        : reject(new Error(`The photo was refused (${request.status}).`));
    request.onerror = () => reject(new Error('The photo could not be uploaded.'));
    request.send(photo);
  });
}
