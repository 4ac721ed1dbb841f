package brume.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.base.Scope;
import brume.json.Json;
import brume.model.lambda.AddPermissionRequest;
import brume.model.lambda.LambdaError;
import brume.shape.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionPolicyTest {
  private static final FunctionName FUNCTION =
      FunctionName.of(new Scope("000000000000", "us-east-1"), "f");

  private static AddPermissionRequest.Builder request(String id) {
    return AddPermissionRequest.builder()
        .functionName("f")
        .statementId(id)
        .action("lambda:InvokeFunction")
        .principal("s3.amazonaws.com");
  }

  private static Json.Obj statement(AddPermissionRequest.Builder request) {
    return FunctionPolicy.statement(request.build(), FUNCTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|\"*\"",
        "s3.amazonaws.com|{\"Service\":\"s3.amazonaws.com\"}",
        "111122223333|{\"AWS\":\"arn:aws:iam::111122223333:root\"}",
        "arn:aws:iam::111122223333:role/r|{\"AWS\":\"arn:aws:iam::111122223333:role/r\"}"
      })
  void principalsAreOfFourKinds(String principal, String written) {
    assertThat(statement(request("s").principal(principal)).get("Principal"))
        .isEqualTo(Json.parse(written));
  }

  @Test
  void everyConditionHasItsOperator() {
    var conditions =
        statement(
                request("s")
                    .sourceAccount("111122223333")
                    .sourceArn("arn:aws:s3:::bucket")
                    .eventSourceToken("token")
                    .functionUrlAuthType("NONE")
                    .principalOrgId("o-1234567890")
                    .invokedViaFunctionUrl(true))
            .get("Condition");

    assertThat(conditions)
        .isEqualTo(
            Json.parse(
                """
                {"StringEquals": {"AWS:SourceAccount": "111122223333",
                                  "lambda:EventSourceToken": "token",
                                  "lambda:FunctionUrlAuthType": "NONE",
                                  "aws:PrincipalOrgID": "o-1234567890"},
                 "ArnLike": {"AWS:SourceArn": "arn:aws:s3:::bucket"},
                 "Bool": {"lambda:InvokedViaFunctionUrl": "true"}}
                """));
  }

  @Test
  void documentIsReadAsItWasWritten() {
    var policy =
        FunctionPolicy.of(null).with(statement(request("a"))).with(statement(request("b")));

    assertThat(FunctionPolicy.of(policy.document())).isEqualTo(policy);
    assertThat(policy.without("a").without("b").document()).isNull();
  }

  @Test
  void policyHasALimit() {
    var long1 = request("a").sourceArn("arn:aws:s3:::" + "x".repeat(20_480));

    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> FunctionPolicy.of(null).with(statement(long1)))
        .withMessageContaining("is bigger than the limit (20480).")
        .satisfies(
            e -> assertThat(e.error()).isEqualTo(LambdaError.POLICY_LENGTH_EXCEEDED_EXCEPTION));
  }
}
