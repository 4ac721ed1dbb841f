package brume.ses.data;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.sesv2.Tag;
import brume.ses.refusal.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The tags of whatever has an ARN: identities, configuration sets and templates.
public final class Tagged {
  /// Of one resource. Source: Amazon SES API v2 reference, `TagResource`.
  static final int MAX_TAGS = 50;

  private final Identities identities;
  private final ConfigurationSets sets;
  private final Templates templates;

  public Tagged(Identities identities, ConfigurationSets sets, Templates templates) {
    this.identities = identities;
    this.sets = sets;
    this.templates = templates;
  }

  public List<Tag> get(Scope scope, String arn) {
    var name = name(arn);
    return switch (type(arn)) {
      case "identity" -> list(identities.existing(scope, name, Api.V2).tags());
      case "configuration-set" -> list(map(sets.get(scope, name, Api.V2).tags()));
      case "template" -> list(map(templates.get(scope, name, Api.V2).tags()));
      default -> throw missing(arn);
    };
  }

  public void change(Scope scope, String arn, Consumer<Map<String, String>> change) {
    var name = name(arn);
    switch (type(arn)) {
      case "identity" ->
          identities.changeExisting(
              scope,
              name,
              Api.V2,
              identity -> identity.withTags(map(changed(list(identity.tags()), change))));
      case "configuration-set" ->
          sets.change(
              scope,
              name,
              Api.V2,
              set -> set.toBuilder().tags(changed(set.tags(), change)).build());
      case "template" ->
          templates.change(
              scope,
              name,
              Api.V2,
              template -> template.toBuilder().tags(changed(template.tags(), change)).build());
      default -> throw missing(arn);
    }
  }

  private static List<Tag> changed(@Nullable List<Tag> tags, Consumer<Map<String, String>> change) {
    var byKey = map(tags);
    change.accept(byKey);
    if (byKey.size() > MAX_TAGS) {
      throw Api.V2.invalid().because("A resource has at most %d tags".formatted(MAX_TAGS));
    }
    return list(byKey);
  }

  public static Map<String, String> map(@Nullable List<Tag> tags) {
    var byKey = new TreeMap<String, String>();
    for (var tag : tags == null ? List.<Tag>of() : tags) {
      byKey.put(tag.key(), tag.value());
    }
    return byKey;
  }

  public static List<Tag> list(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }

  private static String type(String arn) {
    var resource = Arn.parse(arn).map(Arn::resource).orElse("");
    return resource.substring(0, Math.max(0, resource.indexOf('/')));
  }

  private static String name(String arn) {
    return Arn.parse(arn).map(Arn::name).orElse("");
  }

  private static RuntimeException missing(String arn) {
    return Api.V2.noIdentity().because("Resource " + arn + " does not exist.");
  }
}
