package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.LogicalIds;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `AutoPublishAlias`: a version whose logical id changes with the code, and an alias on it.
final class Publishing {
  private static final Pattern ALIAS = Pattern.compile("(?!^[0-9]+$)([a-zA-Z0-9\\-_]+)");

  private Publishing() {}

  /// The alias, or null when the function publishes none.
  static @Nullable Draft publish(Expansion expansion, SamResource source, Draft function) {
    var property = source.get("AutoPublishAlias");
    if (property == null) {
      if (source.has("ProvisionedConcurrencyConfig")) {
        throw source.invalid(
            "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the function");
      }
      return null;
    }
    var name = expansion.parameters().text(property);
    if (name == null) {
      throw source.invalid("'AutoPublishAlias' must be a string or a Ref to a template parameter");
    }
    if (!ALIAS.matcher(name).matches()) {
      throw source.invalid(
          "AutoPublishAlias name ('%s') must contain only alphanumeric characters, hyphens, or underscores matching (?!^[0-9]+$)([a-zA-Z0-9-_]+) pattern."
              .formatted(name));
    }
    var version = version(expansion, source, function);
    expansion.add(version);
    var alias = alias(source, name, version.logicalId());
    expansion.add(alias);
    expansion.name(source.logicalId() + ".Version", version.logicalId());
    expansion.name(source.logicalId() + ".Alias", alias.logicalId());
    return alias;
  }

  private static Draft version(Expansion expansion, SamResource source, Draft function) {
    var code = function.property("Code");
    // Where the code lies must be known for a change of it to be seen.
    function.set("Code", code == null ? null : expansion.parameters().resolve(code));
    var prefix = source.logicalId() + "Version";
    var sha = expansion.parameters().text(source.get("AutoPublishCodeSha256"));
    if (sha != null) {
      function.set("Description", described(expansion, source, sha));
    }
    var logicalId =
        sha == null
            ? LogicalIds.of(prefix, versioned(source, function))
            : prefix + sha.substring(0, Math.min(LogicalIds.HASH_CHARS, sha.length()));
    var version =
        new Draft(logicalId, "AWS::Lambda::Version")
            .attribute("DeletionPolicy", deletionPolicy(source))
            .attributes(source.passedOn())
            .set("FunctionName", Intrinsics.ref(source.logicalId()));
    return version.set("Description", source.get("VersionDescription"));
  }

  private static Json deletionPolicy(SamResource source) {
    var own = source.get("VersionDeletionPolicy");
    return own == null ? Json.of("Retain") : own;
  }

  private static Json described(Expansion expansion, SamResource source, String sha) {
    var description = source.get("Description");
    var text = description == null ? "" : expansion.parameters().text(description);
    return text == null ? Json.ofNull() : Json.of((text + ' ' + sha).strip());
  }

  /// What makes a new version when it changes.
  private static Json versioned(SamResource source, Draft function) {
    if (Json.of(true).equals(source.get("AutoPublishAliasAllProperties"))) {
      return function.properties();
    }
    var all = new LinkedHashMap<String, Json>();
    copy(function.property("Code"), all);
    copy(source.get("Environment"), all);
    var memory = source.get("MemorySize");
    if (memory != null) {
      all.put("MemorySize", memory);
    }
    if (source.get("SnapStart") instanceof Json.Obj snapStart
        && !Json.of("None").equals(snapStart.get("ApplyOn"))) {
      all.put("SnapStart", snapStart);
    }
    return new Json.Obj(all);
  }

  private static void copy(@Nullable Json from, Map<String, Json> to) {
    if (from instanceof Json.Obj(Map<String, Json> fields)) {
      to.putAll(fields);
    }
  }

  private static Draft alias(SamResource source, String name, String version) {
    var logicalId = source.logicalId() + "Alias" + name.replace("-", "D").replace("_", "U");
    return new Draft(logicalId, "AWS::Lambda::Alias")
        .attributes(source.passedOn())
        .set("Name", name)
        .set("FunctionName", Intrinsics.ref(source.logicalId()))
        .set("FunctionVersion", Intrinsics.getAtt(version, "Version"))
        .set("ProvisionedConcurrencyConfig", source.get("ProvisionedConcurrencyConfig"));
  }
}
