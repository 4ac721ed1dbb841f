package brume.iam.data;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.policy.Policy;
import org.junit.jupiter.api.Test;

class AwsManagedPoliciesTest {
  @Test
  void eachHasADocumentOfTheLanguage() {
    for (var policy : AwsManagedPolicies.all()) {
      var found = AwsManagedPolicies.find(policy.arn());
      var document = found.version().document();
      assertThat(Policy.parse(document, Policy.Kind.MANAGED)).as(policy.policyName()).isNotNull();
    }
  }

  @Test
  void thoseThatFunctionsNeedAreThere() {
    assertThat(AwsManagedPolicies.all())
        .extracting(policy -> policy.path() + policy.policyName())
        .contains(
            "/service-role/AWSLambdaBasicExecutionRole",
            "/service-role/AWSLambdaDynamoDBExecutionRole",
            "/service-role/AWSLambdaKinesisExecutionRole",
            "/service-role/AWSLambdaSQSQueueExecutionRole",
            "/service-role/AWSLambdaVPCAccessExecutionRole",
            "/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
            "/AdministratorAccess",
            "/PowerUserAccess",
            "/ReadOnlyAccess",
            "/AmazonS3ReadOnlyAccess");
  }
}
