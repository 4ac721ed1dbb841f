package brume.lambda.function;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.lambda.Cloud;
import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.DeadLetterConfig;
import brume.model.lambda.FileSystemConfig;
import brume.model.lambda.LoggingConfig;
import brume.model.lambda.SnapStart;
import brume.model.lambda.TracingConfig;
import brume.model.lambda.VpcConfig;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LackingTest {
  private static CreateFunctionRequest.Builder request() {
    return Cloud.python("f", Cloud.ECHO);
  }

  private static void refuses(String name, CreateFunctionRequest.Builder request) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> Lacking.check(request.build()))
        .withMessage("Brume's Lambda does not have " + name + " yet");
  }

  @Test
  void whatIsNotThereIsNamed() {
    refuses(
        "VpcConfig.SubnetIds",
        request().vpcConfig(VpcConfig.builder().subnetIds(List.of("subnet-1")).build()));
    refuses(
        "VpcConfig.SecurityGroupIds",
        request().vpcConfig(VpcConfig.builder().securityGroupIds(List.of("sg-1")).build()));
    refuses(
        "SnapStart.ApplyOn PublishedVersions", request().snapStart(snapStart("PublishedVersions")));
    refuses(
        "LoggingConfig.LogFormat JSON",
        request().loggingConfig(LoggingConfig.builder().logFormat("JSON").build()));
    refuses("PackageType Image", request().packageType("Image"));
    refuses(
        "FileSystemConfigs",
        request()
            .fileSystemConfigs(
                List.of(
                    FileSystemConfig.builder()
                        .arn("arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/fsap-1")
                        .localMountPath("/mnt/data")
                        .build())));
    refuses("KMSKeyArn", request().kmsKeyArn("arn:aws:kms:us-east-1:000000000000:key/k"));
  }

  private static SnapStart snapStart(String applyOn) {
    return SnapStart.builder().applyOn(applyOn).build();
  }

  @Test
  void whatAsksForNothingIsWelcome() {
    var request =
        request()
            .vpcConfig(VpcConfig.builder().subnetIds(List.of()).securityGroupIds(List.of()).build())
            .tracingConfig(new TracingConfig("PassThrough"))
            .snapStart(snapStart("None"))
            .packageType("Zip")
            .deadLetterConfig(new DeadLetterConfig(""))
            .loggingConfig(LoggingConfig.builder().logFormat("Text").logGroup("/own").build());

    assertThatCode(() -> Lacking.check(request.build())).doesNotThrowAnyException();
  }
}
