package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.SamResource;
import brume.cloudformation.sam.part.TagList;
import brume.json.Json;
import java.util.Set;

/// `AWS::Serverless::SimpleTable`: a table with one key.
final class SimpleTableMacro {
  private static final Set<String> SUPPORTED =
      Set.of(
          "PointInTimeRecoverySpecification",
          "PrimaryKey",
          "ProvisionedThroughput",
          "TableName",
          "Tags",
          "SSESpecification");

  private SimpleTableMacro() {}

  static void expand(Expansion expansion, SamResource source) {
    source.allowOnly(SUPPORTED);
    Json name = Json.of("id");
    var type = "S";
    if (source.get("PrimaryKey") instanceof Json.Obj key) {
      name = required(source, key, "Name");
      type = type(source, required(source, key, "Type"));
    }
    var draft =
        new Draft(source.logicalId(), "AWS::DynamoDB::Table")
            .attributes(source.ownAttributes())
            .set(
                "AttributeDefinitions",
                Json.array(Json.object("AttributeName", name, "AttributeType", Json.of(type))))
            .set(
                "KeySchema",
                Json.array(Json.object("AttributeName", name, "KeyType", Json.of("HASH"))))
            .set("PointInTimeRecoverySpecification", source.get("PointInTimeRecoverySpecification"))
            .set("ProvisionedThroughput", source.get("ProvisionedThroughput"))
            .set("SSESpecification", source.get("SSESpecification"))
            .set("TableName", source.get("TableName"));
    if (!source.has("ProvisionedThroughput")) {
      draft.set("BillingMode", "PAY_PER_REQUEST");
    }
    if (source.has("Tags")) {
      draft.set("Tags", new Json.Arr(TagList.of(source.get("Tags"))));
    }
    expansion.add(draft);
  }

  private static Json required(SamResource source, Json.Obj key, String member) {
    var value = key.get(member);
    if (value == null) {
      throw source.invalid("Property 'PrimaryKey." + member + "' is required.");
    }
    return value;
  }

  private static String type(SamResource source, Json type) {
    return switch (String.valueOf(type.text())) {
      case "String" -> "S";
      case "Number" -> "N";
      case "Binary" -> "B";
      default -> throw source.invalid("Invalid 'Type' \"" + type.text() + "\".");
    };
  }
}
