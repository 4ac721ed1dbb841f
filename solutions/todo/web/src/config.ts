/** What the stack's outputs say, written beside the page when it is published. */
export interface Config {
  Region: string;
  TodoApi: string;
  UserPoolId: string;
  UserPoolClientId: string;
  IdentityPoolId: string;
  PhotosBucket: string;
  /** Where the AWS API is; absent on AWS itself. */
  Endpoint?: string;
}

export async function loadConfig(): Promise<Config> {
  const response = await fetch('config.json', { cache: 'no-store' });
  if (!response.ok) {
    throw new Error('This page was published without its config.json.');
  }
  return (await response.json()) as Config;
}
