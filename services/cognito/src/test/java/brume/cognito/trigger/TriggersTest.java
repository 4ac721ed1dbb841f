package brume.cognito.trigger;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_LAMBDA_RESPONSE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.UNEXPECTED_LAMBDA_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_LAMBDA_VALIDATION_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.cognito.Given;
import brume.cognito.Refused;
import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.LambdaConfigType;
import brume.model.cognitoidp.PreTokenGenerationVersionConfigType;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.RespondToAuthChallengeResponse;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.service.CommonError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriggersTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

  private final Given given = new Given();
  private final Map<String, String> responses = new HashMap<>();
  private final List<Json.Obj> events = new ArrayList<>();

  @BeforeEach
  void answerAsLambda() {
    given.local.answer(
        LambdaModel.INVOKE,
        (call, request) -> {
          assertThat(call.caller().arn()).isEqualTo("cognito-idp.amazonaws.com");
          assertThat(call.context().keys()).containsKey("aws:SourceArn");
          return answer(request);
        });
  }

  private InvocationResponse answer(InvocationRequest request) {
    var event = (Json.Obj) Json.parse(request.payload().toUtf8());
    events.add(event);
    var text = responses.get(event.get("triggerSource").text());
    if (text == null) {
      return payload(event);
    }
    if (text.startsWith("!")) {
      return InvocationResponse.builder()
          .functionError("Unhandled")
          .payload(Bytes.utf8("{\"errorMessage\": \"" + text.substring(1) + "\"}"))
          .build();
    }
    return payload(event.with("response", Json.parse(text)));
  }

  private static InvocationResponse payload(Json event) {
    return InvocationResponse.builder().payload(Bytes.utf8(event.print())).build();
  }

  private UserPoolClientType client(LambdaConfigType.Builder triggers) {
    return given.client(
        given.pool(
            CreateUserPoolRequest.builder()
                .autoVerifiedAttributes(List.of("email"))
                .lambdaConfig(triggers.build())));
  }

  @Test
  void screenWhoSignsUp() {
    var client =
        client(
            LambdaConfigType.builder().preSignUp(ARN + "screen").postConfirmation(ARN + "greet"));
    responses.put("PreSignUp_SignUp", "!Not you");
    Refused.with(
        USER_LAMBDA_VALIDATION_EXCEPTION,
        "PreSignUp failed with error Not you.",
        () -> given.signUp(client, "ada"));
    responses.put("PreSignUp_SignUp", "{\"autoConfirmUser\": true, \"autoVerifyEmail\": true}");
    assertThat(given.signUp(client, "ada").userConfirmed()).isTrue();
    assertThat(events.getLast().get("triggerSource").text())
        .isEqualTo("PostConfirmation_ConfirmSignUp");
    var token = given.signIn(client, "ada").idToken();
    assertThat(Given.claim(token, "email_verified")).isEqualTo("true");
  }

  @Test
  void wordMessages() {
    var client = client(LambdaConfigType.builder().customMessage(ARN + "words"));
    responses.put(
        "CustomMessage_SignUp", "{\"emailSubject\": \"Hi\", \"emailMessage\": \"Use {####}\"}");
    given.signUp(client, "ada");
    given.confirm(client, "ada", given.code());
    assertThat(given.mails.getLast().message().subject().data()).isEqualTo("Hi");
  }

  @Test
  void changeTokens() {
    var client = client(LambdaConfigType.builder().preTokenGeneration(ARN + "tokens"));
    given.user(client, "ada");
    responses.put(
        "TokenGeneration_Authentication",
        """
        {"claimsOverrideDetails": {"claimsToAddOrOverride": {"team": "red", "sub": "no"},
         "claimsToSuppress": ["email"], "groupOverrideDetails": {"groupsToOverride": ["a"]}}}
        """);
    var claims = Given.claims(given.signIn(client, "ada").idToken());
    assertThat(claims.get("team").text()).isEqualTo("red");
    assertThat(claims.has("email")).isFalse();
    assertThat(claims.get("sub").text()).isNotEqualTo("no");
    assertThat(claims.get("cognito:groups").texts()).containsExactly("a");
  }

  @Test
  void changeAccessTokensInTheSecondVersion() {
    var client =
        client(
            LambdaConfigType.builder()
                .preTokenGenerationConfig(
                    new PreTokenGenerationVersionConfigType(ARN + "tokens", "V2_0")));
    given.user(client, "ada");
    responses.put(
        "TokenGeneration_Authentication",
        """
        {"claimsAndScopeOverrideDetails": {"accessTokenGeneration":
          {"claimsToAddOrOverride": {"level": 3}, "scopesToAdd": ["todo/read"]}}}
        """);
    var claims = Given.claims(given.signIn(client, "ada").accessToken());
    assertThat(claims.get("level").text()).isEqualTo("3");
    assertThat(claims.get("scope").text()).isEqualTo("aws.cognito.signin.user.admin todo/read");
    assertThat(events.getLast().get("version").text()).isEqualTo("2");
  }

  @Test
  void takeUsersOver() {
    var client = client(LambdaConfigType.builder().userMigration(ARN + "old"));
    responses.put(
        "UserMigration_Authentication",
        """
        {"userAttributes": {"email": "ada@example.com", "email_verified": "true"},
         "finalUserStatus": "CONFIRMED", "messageAction": "SUPPRESS"}
        """);
    assertThat(given.signIn(client, "ada")).isNotNull();
    int asked = events.size();
    assertThat(given.signIn(client, "ada")).isNotNull();
    assertThat(events).hasSize(asked);
  }

  @Test
  void askTheirOwnChallenges() {
    var client =
        client(
            LambdaConfigType.builder()
                .defineAuthChallenge(ARN + "define")
                .createAuthChallenge(ARN + "create")
                .verifyAuthChallengeResponse(ARN + "verify"));
    given.user(client, "ada");
    responses.put(
        "DefineAuthChallenge_Authentication", "{\"challengeName\": \"CUSTOM_CHALLENGE\"}");
    responses.put(
        "CreateAuthChallenge_Authentication",
        """
        {"publicChallengeParameters": {"question": "2+2"},
         "privateChallengeParameters": {"answer": "4"}, "challengeMetadata": "SUM"}
        """);
    responses.put("VerifyAuthChallengeResponse_Authentication", "{\"answerCorrect\": true}");
    var challenge = given.begin(client, "CUSTOM_AUTH", Map.of("USERNAME", "ada"));
    assertThat(challenge.challengeParameters()).containsEntry("question", "2+2");
    assertThat(challenge.session()).doesNotContain("answer");

    responses.put("DefineAuthChallenge_Authentication", "{\"issueTokens\": true}");
    assertThat(answer(client, challenge.session()).authenticationResult()).isNotNull();
    var session = ((Json.Obj) events.getLast().get("request")).get("session").list();
    assertThat(((Json.Obj) session.getFirst()).get("challengeMetadata").text()).isEqualTo("SUM");
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Invalid session for the user, session can only be used once.",
        () -> answer(client, challenge.session()));
  }

  private RespondToAuthChallengeResponse answer(UserPoolClientType client, String session) {
    return given.call(
        CognitoIdentityProviderModel.RESPOND_TO_AUTH_CHALLENGE,
        RespondToAuthChallengeRequest.builder()
            .clientId(client.clientId())
            .challengeName("CUSTOM_CHALLENGE")
            .session(session)
            .challengeResponses(Map.of("USERNAME", "ada", "ANSWER", "4"))
            .build());
  }

  @Test
  void mustBeAllowedAndSpeakJson() {
    var client = client(LambdaConfigType.builder().preSignUp(ARN + "screen"));
    given.local.answer(
        LambdaModel.INVOKE,
        (_, _) -> {
          throw CommonError.ACCESS_DENIED.because("no");
        });
    Refused.with(
        UNEXPECTED_LAMBDA_EXCEPTION,
        "PreSignUp invocation failed due to error AccessDeniedException.",
        () -> given.signUp(client, "ada"));
    given.local.answer(
        LambdaModel.INVOKE,
        (_, _) -> InvocationResponse.builder().payload(Bytes.utf8("nonsense")).build());
    Refused.with(
        INVALID_LAMBDA_RESPONSE_EXCEPTION,
        "Unrecognizable lambda output",
        () -> given.signUp(client, "ada"));
  }
}
