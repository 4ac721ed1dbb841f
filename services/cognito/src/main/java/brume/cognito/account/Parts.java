package brume.cognito.account;

import brume.cognito.auth.AuthenticatorApps;
import brume.cognito.auth.RefreshFlow;
import brume.cognito.auth.SignIn;
import brume.cognito.data.Directory;
import brume.cognito.token.AccessTokens;
import brume.cognito.token.Tokens;

/// What operations on user pools are made of.
public record Parts(
    Directory directory,
    Tokens tokens,
    AccessTokens accessTokens,
    SignIn signIn,
    RefreshFlow refresh,
    Registration registration,
    Confirmation confirmation,
    Recovery recovery,
    Invitation invitation,
    AttributeChanges changes,
    AuthenticatorApps apps) {
  public static Parts of(Directory directory) {
    var tokens = new Tokens(directory);
    var confirmation = new Confirmation(directory);
    return new Parts(
        directory,
        tokens,
        new AccessTokens(directory),
        new SignIn(directory, tokens),
        new RefreshFlow(directory, tokens),
        new Registration(directory, confirmation),
        confirmation,
        new Recovery(directory),
        new Invitation(directory),
        new AttributeChanges(directory),
        new AuthenticatorApps(directory));
  }
}
