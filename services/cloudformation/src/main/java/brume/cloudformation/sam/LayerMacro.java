package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.LogicalIds;
import brume.cloudformation.sam.part.S3Location;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.Set;

/// `AWS::Serverless::LayerVersion`: a layer version whose logical id changes with what it says, so
/// that a change publishes a new version and the old one stays.
final class LayerMacro {
  private static final Set<String> SUPPORTED =
      Set.of(
          "LayerName",
          "Description",
          "ContentUri",
          "CompatibleArchitectures",
          "CompatibleRuntimes",
          "LicenseInfo",
          "RetentionPolicy",
          "PublishLambdaVersion");

  private LayerMacro() {}

  static void expand(Expansion expansion, SamResource source) {
    source.allowOnly(SUPPORTED);
    var content = source.get("ContentUri");
    if (content == null) {
      throw source.invalid("Missing required property 'ContentUri'.");
    }
    var logicalId = LogicalIds.of(source.logicalId(), hashed(expansion, source));
    var name = source.get("LayerName");
    expansion.add(
        new Draft(logicalId, "AWS::Lambda::LayerVersion")
            .attributes(source.ownAttributes())
            .attribute("DeletionPolicy", retention(source))
            .set("LayerName", name == null ? Json.of(source.logicalId()) : name)
            .set("Description", source.get("Description"))
            .set("Content", S3Location.of(source, "ContentUri", content))
            .set("CompatibleArchitectures", source.get("CompatibleArchitectures"))
            .set("CompatibleRuntimes", source.get("CompatibleRuntimes"))
            .set("LicenseInfo", source.get("LicenseInfo")));
    expansion.name(source.logicalId(), logicalId);
  }

  private static Json hashed(Expansion expansion, SamResource source) {
    var draft = new Draft(source.logicalId(), source.type());
    source.ownAttributes().forEach(draft::attribute);
    source
        .properties()
        .fields()
        .forEach((name, value) -> draft.set(name, expansion.parameters().resolve(value)));
    var members =
        draft.build().without("DeletionPolicy").without("UpdateReplacePolicy").without("Metadata");
    return Json.object(source.logicalId(), members);
  }

  private static Json retention(SamResource source) {
    var policy = source.get("RetentionPolicy");
    if (policy == null) {
      var own = source.members().get("DeletionPolicy");
      return own == null ? Json.of("Retain") : own;
    }
    return switch (String.valueOf(policy.text()).toLowerCase(java.util.Locale.ROOT)) {
      case "retain" -> Json.of("Retain");
      case "delete" -> Json.of("Delete");
      default ->
          throw source.invalid(
              "'RetentionPolicy' must be one of the following options: ['Retain', 'Delete'].");
    };
  }
}
