package brume.ses.data;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.sesv2.GetConfigurationSetResponse;
import brume.service.record.Records;
import brume.ses.refusal.Api;
import brume.store.Store;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The configuration sets of all accounts and regions.
public final class ConfigurationSets {
  /// Of one account and region. Source: Amazon SES Developer Guide, "Service quotas".
  static final int MAX_SETS = 10_000;

  private final Named<GetConfigurationSetResponse> sets;

  public ConfigurationSets(Store store) {
    sets = new Named<>(store, "ses.configuration-set", GetConfigurationSetResponse.SHAPE);
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("ses", scope, "configuration-set/" + name);
  }

  public GetConfigurationSetResponse get(Scope scope, String name, Api api) {
    return existing(sets.find(scope, name), name, api);
  }

  public Records.Page<GetConfigurationSetResponse> page(
      Scope scope, @Nullable String token, int limit) {
    return sets.page(scope, token, limit);
  }

  public void create(Scope scope, GetConfigurationSetResponse set, Api api) {
    var name = Objects.requireNonNull(set.configurationSetName());
    var text = "Configuration set <" + name + "> already exists.";
    sets.create(
        scope,
        name,
        set,
        new Named.Rule(MAX_SETS, api.limit(), api.configurationSetExists(), text));
  }

  public void change(
      Scope scope, String name, Api api, UnaryOperator<GetConfigurationSetResponse> change) {
    var _ = existing(sets.change(scope, name, change), name, api);
  }

  public void delete(Scope scope, String name, Api api) {
    if (!sets.delete(scope, name)) {
      throw missing(name, api);
    }
  }

  private static GetConfigurationSetResponse existing(
      @Nullable GetConfigurationSetResponse set, String name, Api api) {
    if (set == null) {
      throw missing(name, api);
    }
    return set;
  }

  private static RuntimeException missing(String name, Api api) {
    return api.noConfigurationSet().because("Configuration set <" + name + "> does not exist.");
  }
}
