package brume.modelgen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "QueueUrl, queueUrl",
    "MD5OfBody, md5OfBody",
    "SSEKMSKeyId, ssekmsKeyId",
    "default, default_",
    "Shape, shape_",
    "x-amz-date, xAmzDate",
    "__string, string",
    "100Percent, 100Percent_"
  })
  void componentsAreInLowerCamelCase(String member, String component) {
    assertThat(Names.component(member)).isEqualTo(component);
  }

  @ParameterizedTest
  @CsvSource({
    "QueueDoesNotExist, QUEUE_DOES_NOT_EXIST",
    "ListObjectsV2, LIST_OBJECTS_V2",
    "KMSAccessDenied, KMS_ACCESS_DENIED",
    "ValidationException, VALIDATION_EXCEPTION"
  })
  void constantsAreInUpperCase(String name, String constant) {
    assertThat(Names.constant(name)).isEqualTo(constant);
  }

  @ParameterizedTest
  @CsvSource({
    "SQS, Sqs",
    "DynamoDB, DynamoDb",
    "CloudWatch Logs, CloudWatchLogs",
    "ApiGatewayV2, ApiGatewayV2",
    "API Gateway, ApiGateway",
    "IAM, Iam"
  })
  void theServiceIdGivesTheStem(String serviceId, String stem) {
    assertThat(Names.stem(serviceId)).isEqualTo(stem);
  }
}
