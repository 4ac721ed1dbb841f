package brume.logs.operation;

import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.DescribeLogGroupsRequest;
import brume.model.logs.PutLogEventsRequest;
import brume.service.CommonError;
import org.jspecify.annotations.Nullable;

/// Refuses what log groups of AWS can and those of Brume cannot, with its name.
final class Lacking {
  private Lacking() {}

  static void check(CreateLogGroupRequest input) {
    refuse("kmsKeyId", input.kmsKeyId() != null);
    refuse("deletionProtectionEnabled", Boolean.TRUE.equals(input.deletionProtectionEnabled()));
    refuse(
        "logGroupClass " + input.logGroupClass(),
        input.logGroupClass() != null && !input.logGroupClass().equals("STANDARD"));
  }

  static void check(DescribeLogGroupsRequest input) {
    refuse("accountIdentifiers", input.accountIdentifiers() != null);
    refuse("includeLinkedAccounts", Boolean.TRUE.equals(input.includeLinkedAccounts()));
    refuse("logGroupIdentifiers", input.logGroupIdentifiers() != null);
    refuse("logGroupClass", input.logGroupClass() != null);
  }

  static void check(PutLogEventsRequest input) {
    refuse("entity", input.entity() != null);
  }

  static void checkUnmask(@Nullable Boolean unmask) {
    refuse("unmask", Boolean.TRUE.equals(unmask));
  }

  private static void refuse(String parameter, boolean isGiven) {
    if (isGiven) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch Logs does not have " + parameter + " yet");
    }
  }
}
