package brume.lambda.function;

import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.LoggingConfig;
import brume.model.lambda.SnapStart;
import brume.model.lambda.TracingConfig;
import brume.model.lambda.UpdateFunctionCodeRequest;
import brume.model.lambda.UpdateFunctionConfigurationRequest;
import brume.model.lambda.VpcConfig;
import brume.service.CommonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refuses what functions of AWS can and functions of Brume cannot, with its name, so that nobody
/// relies on what is not there.
public final class Lacking {
  private Lacking() {}

  public static void check(CreateFunctionRequest input) {
    check(input.vpcConfig());
    check(input.tracingConfig());
    check(input.snapStart());
    check(input.loggingConfig());
    refuseNonEmpty("FileSystemConfigs", input.fileSystemConfigs());
    if (input.packageType() != null && !input.packageType().equals("Zip")) {
      refuse("PackageType " + input.packageType(), input.packageType());
    }
    refuse("Code.ImageUri", input.code().imageUri());
    refuse("Code.SourceKMSKeyArn", input.code().sourceKmsKeyArn());
    refuse("ImageConfig", input.imageConfig());
    refuse("CapacityProviderConfig", input.capacityProviderConfig());
    refuse("CodeSigningConfigArn", input.codeSigningConfigArn());
    refuse("DurableConfig", input.durableConfig());
    refuse("KMSKeyArn", input.kmsKeyArn());
    refuse("PublishTo", input.publishTo());
    refuse("TenancyConfig", input.tenancyConfig());
  }

  public static void check(UpdateFunctionConfigurationRequest input) {
    check(input.vpcConfig());
    check(input.tracingConfig());
    check(input.snapStart());
    check(input.loggingConfig());
    refuseNonEmpty("FileSystemConfigs", input.fileSystemConfigs());
    refuse("ImageConfig", input.imageConfig());
    refuse("CapacityProviderConfig", input.capacityProviderConfig());
    refuse("DurableConfig", input.durableConfig());
    if (input.kmsKeyArn() != null && !input.kmsKeyArn().isEmpty()) {
      refuse("KMSKeyArn", input.kmsKeyArn());
    }
  }

  public static void check(UpdateFunctionCodeRequest input) {
    refuse("ImageUri", input.imageUri());
    refuse("SourceKMSKeyArn", input.sourceKmsKeyArn());
    refuse("PublishTo", input.publishTo());
  }

  private static void check(@Nullable VpcConfig vpc) {
    if (vpc != null) {
      refuseNonEmpty("VpcConfig.SubnetIds", vpc.subnetIds());
      refuseNonEmpty("VpcConfig.SecurityGroupIds", vpc.securityGroupIds());
    }
  }

  private static void check(@Nullable TracingConfig tracing) {
    if (tracing != null && "Active".equals(tracing.mode())) {
      refuse("TracingConfig.Mode Active", tracing);
    }
  }

  private static void check(@Nullable SnapStart snapStart) {
    if (snapStart != null && "PublishedVersions".equals(snapStart.applyOn())) {
      refuse("SnapStart.ApplyOn PublishedVersions", snapStart);
    }
  }

  private static void check(@Nullable LoggingConfig logging) {
    if (logging != null) {
      if ("JSON".equals(logging.logFormat())) {
        refuse("LoggingConfig.LogFormat JSON", logging);
      }
      refuse("LoggingConfig.ApplicationLogLevel", logging.applicationLogLevel());
      refuse("LoggingConfig.SystemLogLevel", logging.systemLogLevel());
    }
  }

  private static void refuseNonEmpty(String parameter, @Nullable List<?> values) {
    if (values != null && !values.isEmpty()) {
      refuse(parameter, values);
    }
  }

  public static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's Lambda does not have " + parameter + " yet");
    }
  }
}
