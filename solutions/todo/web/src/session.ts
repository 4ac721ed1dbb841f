import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import type { Config } from './config';

/** Who is signed in; their tokens are refreshed when they are asked for. */
export class Session {
  constructor(
    readonly email: string,
    private readonly user: CognitoUser,
  ) {}

  /** A valid id token. Rejects when the user must sign in again. */
  idToken(): Promise<string> {
    return sessionOf(this.user).then((session) => session.getIdToken().getJwtToken());
  }

  signOut(): void {
    this.user.signOut();
  }
}

/** The users of the app: Amazon Cognito's user pool, spoken to by SRP, so that no password is sent. */
export class Users {
  private readonly pool: CognitoUserPool;

  constructor(config: Config) {
    this.pool = new CognitoUserPool({
      UserPoolId: config.UserPoolId,
      ClientId: config.UserPoolClientId,
      ...(config.Endpoint ? { endpoint: config.Endpoint } : {}),
    });
  }

  /** Who signed in on this device before, if they still are. */
  async remembered(): Promise<Session | undefined> {
    const user = this.pool.getCurrentUser();
    if (!user) {
      return undefined;
    }
    try {
      const session = await sessionOf(user);
      return new Session(emailOf(session), user);
    } catch {
      return undefined;
    }
  }

  signUp(email: string, password: string): Promise<void> {
    const attributes = [new CognitoUserAttribute({ Name: 'email', Value: email })];
    return new Promise((resolve, reject) =>
      this.pool.signUp(email, password, attributes, [], (error) =>
        error ? reject(error) : resolve(),
      ),
    );
  }

  confirm(email: string, code: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.user(email).confirmRegistration(code, false, (error) =>
        error ? reject(error) : resolve(),
      ),
    );
  }

  resendCode(email: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.user(email).resendConfirmationCode((error) => (error ? reject(error) : resolve())),
    );
  }

  /** Mails a code by which the password can be set anew. */
  forgotPassword(email: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.user(email).forgotPassword({ onSuccess: () => resolve(), onFailure: reject }),
    );
  }

  resetPassword(email: string, code: string, password: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.user(email).confirmPassword(code, password, {
        onSuccess: () => resolve(),
        onFailure: reject,
      }),
    );
  }

  signIn(email: string, password: string): Promise<Session> {
    const user = this.user(email);
    const details = new AuthenticationDetails({ Username: email, Password: password });
    return new Promise((resolve, reject) =>
      user.authenticateUser(details, {
        onSuccess: (session) => resolve(new Session(emailOf(session), user)),
        onFailure: reject,
      }),
    );
  }

  private user(email: string): CognitoUser {
    return new CognitoUser({ Username: email, Pool: this.pool });
  }
}

function emailOf(session: CognitoUserSession): string {
  return String(session.getIdToken().payload.email);
}

function sessionOf(user: CognitoUser): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) =>
    user.getSession((error: Error | null, session: CognitoUserSession | null) =>
      session ? resolve(session) : reject(error ?? new Error('Please sign in again.')),
    ),
  );
}
