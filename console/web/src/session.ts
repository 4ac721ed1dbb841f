import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** An access key, as AWS spells its parts. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What a client of the AWS SDK is made with: Brume answers at the page's own origin. */
export interface ClientConfig {
  endpoint: string;
  region: string;
  credentials: Credentials;
  maxAttempts: number;
}

/** Who is signed in, and the region they look at. It lives in this tab and ends with it. */
export interface Session {
  credentials: Credentials;
  region: string;
  account: string;
  arn: string;
}

const KEY = 'brume.session';

export function remembered(): Session | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : undefined;
}

export function remember(session: Session | undefined): void {
  if (session) {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } else {
    sessionStorage.removeItem(KEY);
  }
}

export function clientConfig({ credentials, region }: Pick<Session, 'credentials' | 'region'>): ClientConfig {
  return { endpoint: location.origin, region, credentials, maxAttempts: 1 };
}

/** Asks AWS STS who the holder of an access key is. Rejects when it is none. */
export async function signIn(credentials: Credentials, region: string): Promise<Session> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient(clientConfig({ credentials, region }));
  const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
  return { credentials, region, account: Account, arn: Arn };
}

/** Asks one of Brume's own pages, signed for `service` as AWS requests are. */
export async function ask(
  session: Session,
  path: string,
  query: Record<string, string> = {},
  { service = 'brume', method = 'GET' } = {},
): Promise<Response> {
  const signer = new SignatureV4({
    service,
    region: session.region,
    credentials: session.credentials,
    sha256: Sha256,
  });
  const signed = await signer.sign({
    method,
    protocol: location.protocol,
    hostname: location.hostname,
    path,
    query,
    headers: { host: location.host },
  });
  const { host: _, ...headers } = signed.headers;
  const search = new URLSearchParams(query).toString();
  const response = await fetch(search ? `${path}?${search}` : path, { method, headers });
  if (!response.ok) {
    throw new Error(reason(await response.text()) || `${response.status} ${response.statusText}`);
  }
  return response;
}

export async function askJson<T>(
  session: Session,
  path: string,
  query: Record<string, string> = {},
  options: { service?: string } = {},
): Promise<T> {
  return (await ask(session, path, query, options)).json() as Promise<T>;
}

function reason(text: string): string {
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return [code, message].filter(Boolean).join(': ');
  } catch {
    return text.trim();
  }
}
