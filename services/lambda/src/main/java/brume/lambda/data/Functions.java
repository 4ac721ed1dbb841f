package brume.lambda.data;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.PRECONDITION_FAILED_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;

import brume.base.Scope;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Limits;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.ListTagsResponse;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The functions of all accounts and regions, as they are now (`$LATEST`), and their tags.
public final class Functions {
  private final Store store;
  private final Records<FunctionConfiguration> latest =
      new Records<>("lambda.function", FunctionConfiguration.SHAPE);
  private final Records<ListTagsResponse> tags =
      new Records<>("lambda.tags", ListTagsResponse.SHAPE);
  private final List<Belongings> belongings = new ArrayList<>();

  public Functions(Store store) {
    this.store = store;
  }

  /// To be told before the first request.
  void owns(Belongings some) {
    belongings.add(some);
  }

  /// Throws what [FunctionName#notFound] says.
  FunctionConfiguration get(Reader reader, FunctionName function) {
    var found = latest.get(reader, function.scope(), function.name());
    if (found == null) {
      throw function.notFound();
    }
    return found;
  }

  public FunctionConfiguration create(
      FunctionName function, FunctionConfiguration configuration, Map<String, String> withTags) {
    checkTags(withTags);
    return store.transact(
        lock(function),
        transaction -> {
          if (latest.has(transaction, function.scope(), function.name())) {
            throw RESOURCE_CONFLICT_EXCEPTION.because("Function already exist: " + function.name());
          }
          Scopes.add(transaction, function.scope());
          put(transaction, function, configuration);
          putTags(transaction, function, withTags);
          return configuration;
        });
  }

  /// Changes the function under its lock.
  ///
  /// @param revision that the caller believes to be the current one; null when it does not matter
  public FunctionConfiguration change(
      FunctionName function,
      @Nullable String revision,
      UnaryOperator<FunctionConfiguration> change) {
    return inside(
        function,
        (transaction, before) -> {
          checkRevision(before.revisionId(), revision);
          var after = change.apply(before);
          put(transaction, function, after);
          return after;
        });
  }

  /// Runs `body` under the function's lock, with the function as it is.
  <T> T inside(FunctionName function, BiFunction<Transaction, FunctionConfiguration, T> body) {
    return store.transact(
        lock(function), transaction -> body.apply(transaction, get(transaction, function)));
  }

  private void put(
      Transaction transaction, FunctionName function, FunctionConfiguration configuration) {
    latest.put(transaction, configuration, function.scope(), function.name());
  }

  Locks lock(FunctionName function) {
    return Locks.of(latest.key(function.scope(), function.name()));
  }

  /// Throws a failed precondition when the caller believes in another revision.
  public static void checkRevision(@Nullable String current, @Nullable String believed) {
    if (believed != null && !believed.equals(current)) {
      throw PRECONDITION_FAILED_EXCEPTION.because(
          "The Revision Id provided does not match the latest Revision Id. Call the"
              + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    }
  }

  /// With all that belongs to it.
  public void delete(FunctionName function) {
    inside(
        function,
        (transaction, _) -> {
          latest.delete(transaction, function.scope(), function.name());
          tags.delete(transaction, function.scope(), function.name());
          belongings.forEach(each -> each.deleteAll(transaction, function));
          return function;
        });
  }

  public Records.Page<FunctionConfiguration> page(
      Scope scope, @Nullable String marker, @Nullable Integer maxItems) {
    return read(reader -> latest.page(reader, scope, marker, pageSize(maxItems)));
  }

  public List<FunctionConfiguration> all(Scope scope) {
    return read(reader -> latest.all(reader, scope));
  }

  /// A page is no longer than [Limits#PAGE], whatever a request asks for.
  static int pageSize(@Nullable Integer maxItems) {
    return maxItems == null ? Limits.PAGE : Math.min(maxItems, Limits.PAGE);
  }

  public Map<String, String> tags(FunctionName function) {
    return read(
        reader -> {
          get(reader, function);
          return tags(reader, function);
        });
  }

  private Map<String, String> tags(Reader reader, FunctionName function) {
    var stored = tags.get(reader, function.scope(), function.name());
    return stored == null || stored.tags() == null ? Map.of() : stored.tags();
  }

  /// Changes the function's tags under its lock.
  public void retag(FunctionName function, Consumer<Map<String, String>> change) {
    inside(
        function,
        (transaction, _) -> {
          var all = new TreeMap<>(tags(transaction, function));
          change.accept(all);
          checkTags(all);
          putTags(transaction, function, all);
          return all;
        });
  }

  private void putTags(Transaction transaction, FunctionName function, Map<String, String> all) {
    tags.put(transaction, new ListTagsResponse(all), function.scope(), function.name());
  }

  private static void checkTags(Map<String, String> all) {
    if (all.size() > Limits.TAGS) {
      throw invalid("The number of tags exceeds the limit of " + Limits.TAGS);
    }
  }

  private static ServiceException invalid(String text) {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }

  <T extends @Nullable Object> T read(Function<Reader, T> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(snapshot);
    }
  }
}
