package brume.lambda.data;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.lambda.function.FunctionName;
import brume.lambda.function.Routing;
import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.FunctionConfiguration;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The aliases of functions.
public final class Aliases implements Belongings {
  private final Functions functions;
  private final Versions versions;
  private final Policies policies;
  private final FunctionUrls urls;
  private final Records<AliasConfiguration> aliases =
      new Records<>("lambda.alias", AliasConfiguration.SHAPE);

  public Aliases(Functions functions, Versions versions, Policies policies, FunctionUrls urls) {
    this.functions = functions;
    this.versions = versions;
    this.policies = policies;
    this.urls = urls;
    functions.owns(this);
  }

  /// @param alias qualified with the alias's name
  public AliasConfiguration get(FunctionName alias) {
    return functions.read(reader -> get(reader, alias));
  }

  private AliasConfiguration get(Reader reader, FunctionName alias) {
    var found = aliases.get(reader, alias.scope(), alias.name(), nameOf(alias));
    if (found == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Cannot find alias arn: " + alias.arn());
    }
    return found;
  }

  /// The version that the qualifier stands for; of an alias, the one whose turn it is.
  ///
  /// @param random from 0 to before 1
  public FunctionConfiguration resolve(FunctionName function, double random) {
    return functions.read(
        reader -> {
          if (function.isLatest() || function.isVersion()) {
            return versions.get(reader, function);
          }
          var alias = aliases.get(reader, function.scope(), function.name(), nameOf(function));
          if (alias == null) {
            throw function.notFound();
          }
          return versions.get(reader, function.with(Routing.choose(alias, random)));
        });
  }

  /// The version that the qualifier stands for; of an alias, the one that most requests go to.
  public FunctionConfiguration described(FunctionName function) {
    return resolve(function, Math.nextDown(1.0));
  }

  /// Throws what [FunctionName#notFound] says when the qualifier stands for nothing.
  public void check(FunctionName function) {
    var _ = resolve(function, 0);
  }

  public AliasConfiguration create(FunctionName alias, AliasConfiguration configuration) {
    return functions.inside(
        alias,
        (transaction, _) -> {
          if (aliases.has(transaction, alias.scope(), alias.name(), nameOf(alias))) {
            throw RESOURCE_CONFLICT_EXCEPTION.because("Alias already exists: " + alias.arn());
          }
          return put(transaction, alias, configuration);
        });
  }

  /// @param revision that the caller believes to be the current one; null when it does not matter
  public AliasConfiguration change(
      FunctionName alias, @Nullable String revision, UnaryOperator<AliasConfiguration> change) {
    return functions.inside(
        alias,
        (transaction, _) -> {
          var before = get(transaction, alias);
          Functions.checkRevision(before.revisionId(), revision);
          return put(transaction, alias, change.apply(before));
        });
  }

  private AliasConfiguration put(
      Transaction transaction, FunctionName alias, AliasConfiguration configuration) {
    Routing.check(configuration);
    for (var version : Routing.versions(configuration)) {
      var _ = versions.get(transaction, alias.with(version));
    }
    aliases.put(transaction, configuration, alias.scope(), alias.name(), nameOf(alias));
    return configuration;
  }

  /// Deleting what is not there is no error.
  public void delete(FunctionName alias) {
    functions.inside(
        alias,
        (transaction, _) -> {
          aliases.delete(transaction, alias.scope(), alias.name(), nameOf(alias));
          policies.delete(transaction, alias);
          urls.delete(transaction, alias);
          return alias;
        });
  }

  public Records.Page<AliasConfiguration> page(
      FunctionName function, @Nullable String marker, @Nullable Integer maxItems) {
    int limit = Functions.pageSize(maxItems);
    return functions.read(
        reader -> {
          functions.get(reader, function);
          return aliases.page(reader, function.scope(), marker, limit, function.name());
        });
  }

  /// Deletes a version, unless an alias points to it.
  public void deleteVersion(FunctionName version) {
    functions.inside(
        version,
        (transaction, _) -> {
          for (var alias : aliases.all(transaction, version.scope(), version.name())) {
            if (Routing.versions(alias).contains(version.qualifier())) {
              throw RESOURCE_CONFLICT_EXCEPTION.because(
                  "Version can't be deleted because it is referenced by an alias: " + alias.name());
            }
          }
          versions.delete(transaction, version);
          policies.delete(transaction, version);
          return version;
        });
  }

  private static String nameOf(FunctionName alias) {
    return Objects.requireNonNull(alias.qualifier());
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    Belongings.clear(transaction, aliases.key(function.scope(), function.name()));
  }
}
