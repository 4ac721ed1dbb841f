package brume.cloudformation.request;

import brume.model.cloudformation.CreateChangeSetInput;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.RollbackConfiguration;
import brume.model.cloudformation.UpdateStackInput;
import brume.service.CommonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refuses what CloudFormation of AWS can and that of Brume cannot, with its name.
public final class Lacking {
  private Lacking() {}

  public static void check(CreateStackInput input) {
    refuse("StackPolicyBody", input.stackPolicyBody());
    refuse("StackPolicyURL", input.stackPolicyUrl());
    check(input.notificationArNs(), input.rollbackConfiguration());
  }

  public static void check(UpdateStackInput input) {
    refuse("StackPolicyBody", input.stackPolicyBody());
    refuse("StackPolicyURL", input.stackPolicyUrl());
    refuse("StackPolicyDuringUpdateBody", input.stackPolicyDuringUpdateBody());
    refuse("StackPolicyDuringUpdateURL", input.stackPolicyDuringUpdateUrl());
    check(input.notificationArNs(), input.rollbackConfiguration());
  }

  public static void check(CreateChangeSetInput input) {
    refuse("DeploymentMode", input.deploymentMode());
    refuse("ResourcesToImport", filled(input.resourcesToImport()));
    if ("IMPORT".equals(input.changeSetType())) {
      refuse("ChangeSetType IMPORT", input);
    }
    check(input.notificationArNs(), input.rollbackConfiguration());
  }

  public static void check(DeleteStackInput input) {
    if ("FORCE_DELETE_STACK".equals(input.deletionMode())) {
      refuse("DeletionMode FORCE_DELETE_STACK", input);
    }
  }

  private static void check(
      @Nullable List<String> notified, @Nullable RollbackConfiguration rollback) {
    refuse("NotificationARNs", filled(notified));
    if (rollback != null) {
      refuse("RollbackTriggers", filled(rollback.rollbackTriggers()));
      var minutes = rollback.monitoringTimeInMinutes();
      refuse("MonitoringTimeInMinutes", minutes == null || minutes == 0 ? null : minutes);
    }
  }

  private static <T> @Nullable List<T> filled(@Nullable List<T> list) {
    return list == null || list.isEmpty() ? null : list;
  }

  private static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudFormation does not have " + parameter + " yet");
    }
  }
}
