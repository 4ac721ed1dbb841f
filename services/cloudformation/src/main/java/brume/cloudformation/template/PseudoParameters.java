package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the names that begin with `AWS::` stand for in one stack.
///
/// @param urlSuffix host, and port where it matters, behind which the sites of the region lie
public record PseudoParameters(
    String accountId,
    String region,
    String partition,
    String urlSuffix,
    String stackName,
    String stackId,
    List<String> notificationArns) {

  public static final String NO_VALUE = "AWS::NoValue";

  static boolean isPseudo(String name) {
    return name.startsWith("AWS::");
  }

  /// The value of such a name; null for `AWS::NoValue`.
  @Nullable Json value(String name) {
    return switch (name) {
      case "AWS::AccountId" -> Json.of(accountId);
      case "AWS::Region" -> Json.of(region);
      case "AWS::Partition" -> Json.of(partition);
      case "AWS::URLSuffix" -> Json.of(urlSuffix);
      case "AWS::StackName" -> Json.of(stackName);
      case "AWS::StackId" -> Json.of(stackId);
      case "AWS::NotificationARNs" ->
          new Json.Arr(notificationArns.stream().map(Json::of).toList());
      case NO_VALUE -> null;
      default -> throw new TemplateException("Unresolved pseudo parameter " + name);
    };
  }
}
