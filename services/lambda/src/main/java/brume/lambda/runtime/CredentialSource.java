package brume.lambda.runtime;

/// Issues the credentials that a new environment gets. An environment is given up before they end.
@FunctionalInterface
public interface CredentialSource {
  Credentials issue(FunctionSpec function);
}
