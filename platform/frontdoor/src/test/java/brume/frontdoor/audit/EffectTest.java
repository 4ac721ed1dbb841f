package brume.frontdoor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {
  @ParameterizedTest
  @CsvSource({
    "iam, CreateUser, false, false",
    "iam, GetUser, true, false",
    "iam, SimulatePrincipalPolicy, true, false",
    "cognito-idp, AdminGetUser, true, false",
    "cognito-idp, AdminCreateUser, false, false",
    "dynamodb, PutItem, false, true",
    "dynamodb, Query, true, true",
    "dynamodb, CreateTable, false, false",
    "dynamodb, TransactGetItems, true, true",
    "s3, PutObject, false, true",
    "s3, HeadBucket, true, false",
    "s3, PutBucketPolicy, false, false",
    "s3, PutObjectLockConfiguration, false, false",
    "s3, UploadPart, false, true",
    "lambda, Invoke, false, true",
    "lambda, AddPermission, false, false",
    "sqs, SendMessage, false, true",
    "sqs, DeleteQueue, false, false",
    "sts, AssumeRole, false, false",
    "logs, PutLogEvents, false, true"
  })
  void isToldByItsName(String service, String operation, boolean readOnly, boolean data) {
    assertThat(Effect.of(service, operation)).isEqualTo(new Effect(readOnly, data));
  }
}
