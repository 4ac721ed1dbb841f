package brume.cognito;

import brume.base.Bytes;
import brume.json.Json;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.ConfirmSignUpRequest;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.InitiateAuthRequest;
import brume.model.cognitoidp.InitiateAuthResponse;
import brume.model.cognitoidp.SignUpRequest;
import brume.model.cognitoidp.SignUpResponse;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.ses.SendEmailRequest;
import brume.model.ses.SendEmailResponse;
import brume.model.ses.SesModel;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.testing.Local;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A cloud with Cognito, and what tests of it do over and over.
public final class Given {
  public static final String PASSWORD = "Correct-Horse-9";

  private static final KeyPair PAIR = Cognito.keyPair();
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  public final Local local = new Local();
  public final List<SendEmailRequest> mails = new ArrayList<>();
  public final Cognito cognito;
  private final List<Service> services;

  public Given() {
    cognito = new Cognito(local.store, new byte[32], local.ids, () -> PAIR);
    services = cognito.services();
    services.forEach(local::add);
    local.answer(
        SesModel.SEND_EMAIL,
        (_, mail) -> {
          mails.add(mail);
          return SendEmailResponse.builder().messageId("1").build();
        });
  }

  public List<Service> services() {
    return services;
  }

  public <I extends Structure, O extends Structure> O call(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  public UserPoolType pool() {
    return pool(CreateUserPoolRequest.builder().autoVerifiedAttributes(List.of("email")));
  }

  public UserPoolType pool(CreateUserPoolRequest.Builder request) {
    return call(CognitoIdentityProviderModel.CREATE_USER_POOL, request.poolName("people").build())
        .userPool();
  }

  public UserPoolClientType client(UserPoolType pool) {
    return client(pool, CreateUserPoolClientRequest.builder());
  }

  public UserPoolClientType client(UserPoolType pool, CreateUserPoolClientRequest.Builder request) {
    var asked = request.userPoolId(pool.id()).clientName("web");
    if (asked.build().explicitAuthFlows() == null) {
      asked.explicitAuthFlows(
          List.of(
              "ALLOW_USER_PASSWORD_AUTH",
              "ALLOW_USER_SRP_AUTH",
              "ALLOW_CUSTOM_AUTH",
              "ALLOW_ADMIN_USER_PASSWORD_AUTH",
              "ALLOW_REFRESH_TOKEN_AUTH"));
    }
    return call(CognitoIdentityProviderModel.CREATE_USER_POOL_CLIENT, asked.build())
        .userPoolClient();
  }

  public SignUpResponse signUp(UserPoolClientType client, String username) {
    return call(
        CognitoIdentityProviderModel.SIGN_UP,
        SignUpRequest.builder()
            .clientId(client.clientId())
            .username(username)
            .password(PASSWORD)
            .userAttributes(List.of(new AttributeType("email", username + "@example.com")))
            .build());
  }

  public void confirm(UserPoolClientType client, String username, String code) {
    call(
        CognitoIdentityProviderModel.CONFIRM_SIGN_UP,
        ConfirmSignUpRequest.builder()
            .clientId(client.clientId())
            .username(username)
            .confirmationCode(code)
            .build());
  }

  /// A user who signed up and confirmed.
  public SignUpResponse user(UserPoolClientType client, String username) {
    var signedUp = signUp(client, username);
    confirm(client, username, code());
    return signedUp;
  }

  public InitiateAuthResponse begin(
      UserPoolClientType client, String flow, Map<String, String> parameters) {
    return call(
        CognitoIdentityProviderModel.INITIATE_AUTH,
        InitiateAuthRequest.builder()
            .clientId(client.clientId())
            .authFlow(flow)
            .authParameters(parameters)
            .build());
  }

  public AuthenticationResultType signIn(UserPoolClientType client, String username) {
    return signIn(client, username, PASSWORD);
  }

  public AuthenticationResultType signIn(
      UserPoolClientType client, String username, String password) {
    var parameters = Map.of("USERNAME", username, "PASSWORD", password);
    return begin(client, "USER_PASSWORD_AUTH", parameters).authenticationResult();
  }

  /// The code in the last mail, which is delivered first.
  public String code() {
    deliver();
    var matcher = CODE.matcher(mails.getLast().message().body().html().data());
    if (!matcher.find()) {
      throw new AssertionError("No code in " + mails.getLast());
    }
    return matcher.group();
  }

  /// Delivers all that is owed.
  public void deliver() {
    for (var entry : owed()) {
      var owed = Outbox.decode(entry.value());
      for (var service : services) {
        for (Delivery delivery : service.deliveries()) {
          if (delivery.kind().equals(owed.kind())) {
            try {
              delivery.deliver(local.call(), owed);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        }
      }
      local.store.transact(
          brume.store.Locks.NONE,
          transaction -> {
            transaction.delete(entry.key());
            return entry;
          });
    }
  }

  private record Entry(byte[] key, byte[] value) {}

  private List<Entry> owed() {
    var all = new ArrayList<Entry>();
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        all.add(new Entry(cursor.key(), cursor.value()));
      }
    }
    return all;
  }

  public static Json.Obj claims(String token) {
    var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return (Json.Obj) Json.parse(Bytes.wrap(payload).toUtf8());
  }

  public static String claim(String token, String name) {
    var value = claims(token).get(name);
    return value == null ? null : value.text();
  }
}
