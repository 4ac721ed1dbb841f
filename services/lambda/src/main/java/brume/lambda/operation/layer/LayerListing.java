package brume.lambda.operation.layer;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.lambda.code.CodeLinks;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.lambda.function.Limits;
import brume.model.lambda.GetLayerVersionResponse;
import brume.model.lambda.LayerVersionsListItem;
import brume.model.lambda.PublishLayerVersionResponse;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the actions on layers have in common: access, filters and pages.
final class LayerListing {
  private LayerListing() {}

  /// Layers have no policies of their own here: nobody but their account uses them.
  static Access access(String action, LayerName version) {
    return Access.to("lambda:" + action, version.arn())
        .guardedBy(new Access.Guard(version.scope().account(), null));
  }

  /// @param next where the next page begins; null at the end
  record Page<T>(List<T> items, @Nullable String next) {}

  /// @param marker the number of the first item
  static <T> Page<T> of(List<T> all, @Nullable String marker, @Nullable Integer maxItems) {
    int from = Math.min(number(marker), all.size());
    int size = maxItems == null ? Limits.PAGE : Math.min(maxItems, Limits.PAGE);
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to == all.size() ? null : Integer.toString(to));
  }

  private static int number(@Nullable String marker) {
    try {
      return marker == null ? 0 : Math.max(0, Integer.parseInt(marker));
    } catch (NumberFormatException _) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Not a marker: " + marker);
    }
  }

  /// A version that names no runtimes or architectures matches none, as on AWS.
  static boolean suits(
      GetLayerVersionResponse version, @Nullable String runtime, @Nullable String architecture) {
    return contains(version.compatibleRuntimes(), runtime)
        && contains(version.compatibleArchitectures(), architecture);
  }

  private static boolean contains(@Nullable List<String> all, @Nullable String wanted) {
    return wanted == null || (all != null && all.contains(wanted));
  }

  /// With a link to its package.
  static GetLayerVersionResponse located(
      Call call, CodeLinks links, GetLayerVersionResponse version) {
    var link = links.link(call.endpoint().url(), LayerVersions.digest(version), call.now());
    var content = Objects.requireNonNull(version.content());
    return version.toBuilder().content(content.toBuilder().location(link).build()).build();
  }

  static LayerVersionsListItem item(GetLayerVersionResponse version) {
    return LayerVersionsListItem.builder()
        .layerVersionArn(version.layerVersionArn())
        .version(version.version())
        .description(version.description())
        .createdDate(version.createdDate())
        .licenseInfo(version.licenseInfo())
        .compatibleRuntimes(version.compatibleRuntimes())
        .compatibleArchitectures(version.compatibleArchitectures())
        .build();
  }

  static PublishLayerVersionResponse published(GetLayerVersionResponse version) {
    return PublishLayerVersionResponse.builder()
        .content(version.content())
        .layerArn(version.layerArn())
        .layerVersionArn(version.layerVersionArn())
        .version(version.version())
        .description(version.description())
        .createdDate(version.createdDate())
        .licenseInfo(version.licenseInfo())
        .compatibleRuntimes(version.compatibleRuntimes())
        .compatibleArchitectures(version.compatibleArchitectures())
        .build();
  }
}
