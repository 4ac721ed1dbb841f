package brume.lambda.data;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Scope;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionConfiguration;
import brume.service.Call;
import brume.service.record.Records;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The published versions of functions. Their numbers are never given twice, not even to a later
/// function of the same name.
public final class Versions implements Belongings {
  private static final String NUMBERS = "lambda.version-number";

  private final Functions functions;
  private final Records<FunctionConfiguration> versions =
      new Records<>("lambda.version", FunctionConfiguration.SHAPE);

  public Versions(Functions functions) {
    this.functions = functions;
    functions.owns(this);
  }

  /// @param revision that the function must have; null when it does not matter
  /// @param codeSha256 that its code must have; null when it does not matter
  /// @param description of the version; null for the function's
  /// @param newRevision a fresh id
  public record Publication(
      @Nullable String revision,
      @Nullable String codeSha256,
      @Nullable String description,
      String newRevision) {
    /// Of what the function is now.
    public static Publication now(Call call) {
      return new Publication(null, null, null, call.ids().uuid().toString());
    }
  }

  /// Throws what [FunctionName#notFound] says.
  ///
  /// @param function names a version or the function as such
  public FunctionConfiguration get(FunctionName function) {
    return functions.read(reader -> get(reader, function));
  }

  FunctionConfiguration get(Reader reader, FunctionName function) {
    if (function.isLatest()) {
      return functions.get(reader, function);
    }
    var found = find(reader, function);
    if (found == null) {
      throw function.notFound();
    }
    return found;
  }

  private @Nullable FunctionConfiguration find(Reader reader, FunctionName function) {
    return function.isVersion()
        ? versions.get(
            reader, function.scope(), function.name(), padded(number(function.qualifier())))
        : null;
  }

  /// A version of the function as it is now; the last one when nothing has changed since.
  public FunctionConfiguration publish(FunctionName function, Publication publication) {
    return functions.inside(
        function,
        (transaction, now) -> {
          Functions.checkRevision(now.revisionId(), publication.revision);
          if (publication.codeSha256 != null && !publication.codeSha256.equals(now.codeSha256())) {
            throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
                "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try"
                        .formatted(publication.codeSha256, now.codeSha256())
                    + " again with the CodeSHA256 in $LATEST.");
          }
          return publish(transaction, function, now, publication);
        });
  }

  private FunctionConfiguration publish(
      Transaction transaction,
      FunctionName function,
      FunctionConfiguration now,
      Publication publication) {
    var numbers = numbers(function);
    var last = find(transaction, function.with(Long.toString(numbers.value(transaction))));
    if (last != null && core(last).equals(core(now))) {
      return last;
    }
    long number = numbers.add(transaction, 1);
    var version = Long.toString(number);
    var published =
        now.toBuilder()
            .version(version)
            .functionArn(function.with(version).arn().toString())
            .description(
                publication.description == null ? now.description() : publication.description)
            .revisionId(publication.newRevision)
            .build();
    versions.put(transaction, published, function.scope(), function.name(), padded(number));
    return published;
  }

  /// What makes a difference between versions.
  private static FunctionConfiguration core(FunctionConfiguration version) {
    return version.toBuilder()
        .version(null)
        .functionArn(null)
        .description(null)
        .revisionId(null)
        .lastModified(null)
        .build();
  }

  void delete(Transaction transaction, FunctionName version) {
    versions.delete(
        transaction, version.scope(), version.name(), padded(number(version.qualifier())));
  }

  public Records.Page<FunctionConfiguration> page(
      FunctionName function, @Nullable String marker, @Nullable Integer maxItems) {
    int limit = Functions.pageSize(maxItems);
    return functions.read(
        reader -> {
          functions.get(reader, function);
          return versions.page(reader, function.scope(), marker, limit, function.name());
        });
  }

  public List<FunctionConfiguration> all(FunctionName function) {
    return functions.read(reader -> versions.all(reader, function.scope(), function.name()));
  }

  /// Those of all functions.
  public List<FunctionConfiguration> all(Scope scope) {
    return functions.read(reader -> versions.all(reader, scope));
  }

  @Override
  public void deleteAll(Transaction transaction, FunctionName function) {
    Belongings.clear(transaction, versions.key(function.scope(), function.name()));
  }

  private static Counter numbers(FunctionName function) {
    var scope = function.scope();
    return new Counter(Key.of(scope.account(), scope.region(), NUMBERS, function.name()));
  }

  private static long number(@Nullable String version) {
    try {
      return Long.parseLong(Objects.requireNonNull(version));
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// So that their order is that of the numbers.
  private static String padded(long number) {
    return "%019d".formatted(number);
  }
}
